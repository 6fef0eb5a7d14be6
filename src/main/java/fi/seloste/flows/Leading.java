package fi.seloste.flows;

import fi.seloste.base.Problem;
import fi.seloste.marketing.Criteria;
import fi.seloste.marketing.Lasting;
import fi.seloste.marketing.Targeting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Leads somebody on, as far as it goes now. In the marketing purpose and in one transaction, so each step is done and marked as done, or neither. */
@Component
class Leading {

    /** Gates that open again by themselves: whoever had enough for now is asked again the next day, and for a week. */
    private static final Set<String> PASSING = Set.of("less-often", "frequency");

    private static final int MOST_TRIES = 7;
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration NEXT_DAY = Duration.ofDays(1);

    private final Passages passages;
    private final Errands errands;
    private final Lasting lasting;
    private final Targeting targeting;
    private final Clock clock;
    private final ZoneId place;

    Leading(
            Passages passages,
            Errands errands,
            Lasting lasting,
            Targeting targeting,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.passages = passages;
        this.errands = errands;
        this.lasting = lasting;
        this.targeting = targeting;
        this.clock = clock;
        this.place = place;
    }

    void lead(Passage passage, Drawing drawing) {
        var at = drawing.get(passage.stand().step());
        @Nullable Step next = passage.stand().waits() ? drawing.after(at.id()) : at;
        var last = at;
        while (next != null) {
            last = next;
            if (!passes(passage, drawing, next)) {
                return;
            }
            next = next instanceof Step.Condition one
                    ? drawing.into(one, holds(passage, drawing, one))
                    : drawing.after(next.id());
        }
        passages.leave(passage.id(), last.id(), "finished", "finished", clock.instant());
    }

    /** Does what the step says; false where the person stays here or has left. */
    private boolean passes(Passage passage, Drawing drawing, Step step) {
        return switch (step) {
            case Step.Wait wait -> {
                stand(passage, Passage.Stand.waiting(wait.id()), wait.until(clock.instant(), place));
                yield false;
            }
            case Step.Mail mail -> isHanded(passage, mail);
            case Step.Condition ignored -> true;
            case Step.Task task -> {
                errands.add(passage, task, clock.instant());
                yield true;
            }
            case Step.Stop stop -> {
                passages.leave(passage.id(), stop.id(), "finished", "stopped", clock.instant());
                yield false;
            }
        };
    }

    private boolean isHanded(Passage passage, Step.Mail mail) {
        return switch (lasting.hand(mail.campaign(), passage.person())) {
            case Lasting.Handed.Queued ignored -> true;
            case Lasting.Handed.Unseen ignored -> {
                stand(passage, Passage.Stand.at(mail.id()), clock.instant().plus(SOON));
                yield false;
            }
            case Lasting.Handed.Held held -> {
                hold(passage, mail.id(), held.reason());
                yield false;
            }
        };
    }

    /** Whoever may not get one mail does not get the next either; only a gate that opens with time is waited for. */
    private void hold(Passage passage, UUID step, String reason) {
        int tries = passage.stand().step().equals(step) ? passage.stand().tries() : 0;
        if (PASSING.contains(reason) && tries < MOST_TRIES) {
            stand(
                    passage,
                    new Passage.Stand(step, false, tries + 1),
                    clock.instant().plus(NEXT_DAY));
        } else {
            passages.leave(passage.id(), step, "left", reason, clock.instant());
        }
    }

    private void stand(Passage passage, Passage.Stand stand, Instant due) {
        passages.stand(passage.id(), stand, due, clock.instant());
    }

    /** In an audience that is gone nobody is. */
    private boolean holds(Passage passage, Drawing drawing, Step.Condition condition) {
        var audience = condition.audience();
        try {
            var criteria = audience == null
                    ? answered(drawing, condition)
                    : targeting.get(audience).criteria();
            return targeting.fits(criteria, passage.person());
        } catch (Problem.NotFound gone) {
            return false;
        }
    }

    private static Criteria answered(Drawing drawing, Step.Condition condition) {
        var mail = (Step.Mail) drawing.get(Objects.requireNonNull(condition.mail()));
        var asked = new Criteria.Condition(
                Objects.requireNonNull(condition.answer()), mail.campaign().toString());
        return new Criteria(Criteria.Match.ALL, List.of(new Criteria.Group(Criteria.Match.ALL, false, List.of(asked))));
    }
}
