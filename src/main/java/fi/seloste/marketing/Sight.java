package fi.seloste.marketing;

import fi.seloste.base.Problem;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether the house wants a second person, what the newest asking came to, and whether it holds: for exactly what would leave now, by somebody who may
 * send still.
 */
public record Sight(boolean wanted, @Nullable Approval newest, String seal, boolean holds) {

    static final String CHECK = "approval";

    /** Somebody said yes, and it is not what they said it to any more. */
    public boolean isOutdated() {
        return newest != null && newest.state().isOpen() && !holds && !isWaiting();
    }

    /** Asked for just this. */
    public boolean isWaiting() {
        return newest != null
                && newest.isAsked()
                && newest.asking().look().seal().equals(seal);
    }

    /** The time that was approved; null is whenever somebody sends it. */
    public @Nullable Instant startsAt() {
        return newest == null ? null : newest.asking().wish().startsAt();
    }

    Check check() {
        if (holds) {
            return Check.passed(CHECK);
        }
        if (newest == null) {
            return Check.failed(CHECK, "missing");
        }
        return Check.failed(CHECK, isOutdated() ? "outdated" : newest.state().code());
    }

    /** The time belongs to what was approved: at no other does it leave. */
    void mustBeFor(@Nullable Instant at) {
        if (wanted && holds && !Objects.equals(at, startsAt())) {
            throw Problem.conflict(at == null ? "marketing.approval.notNow" : "marketing.approval.otherTime");
        }
    }
}
