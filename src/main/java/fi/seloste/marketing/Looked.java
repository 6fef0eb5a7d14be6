package fi.seloste.marketing;

import fi.seloste.base.Problem;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A campaign as it stands before it leaves: whom it reaches, who is left out and why, what blocks it, and whether it goes to one at a time. */
public record Looked(
        Campaign campaign,
        @Nullable Audience audience,
        Targeting.Reach reach,
        List<Check> checks,
        Sight sight,
        boolean lasting) {

    /** False where it was not asked whom it reaches. */
    public boolean isJudged() {
        return !checks.isEmpty();
    }

    public boolean mayLeave() {
        return isJudged() && checks.stream().allMatch(Check::passed);
    }

    void mustBeAbleToLeave(@Nullable Instant at) {
        if (lasting) {
            throw Problem.conflict("marketing.campaign.lasting");
        }
        mustPass(one -> true);
        sight.mustBeFor(at);
    }

    /** Nobody is asked to look at what cannot leave anyway. */
    void mustBeReady() {
        mustPass(one -> !one.code().equals(Sight.CHECK));
    }

    private void mustPass(Predicate<Check> asked) {
        checks.stream().filter(asked).filter(one -> !one.passed()).findFirst().ifPresent(one -> {
            throw Problem.conflict("marketing.campaign.blocked", one.said());
        });
    }
}
