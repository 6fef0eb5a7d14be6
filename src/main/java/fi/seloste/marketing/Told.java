package fi.seloste.marketing;

import fi.seloste.store.Handover;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message that was taken, and what became of it; without a handover it was not tried. */
record Told(Batches.Taken taken, String subject, @Nullable Handover handover) {

    static final int MOST_UNCERTAIN = 3;
    private static final int MOST_TRIES = 6;

    static Told back(Batches.Taken taken) {
        return new Told(taken, "", null);
    }

    /** Where it was not the server that told. */
    static Told of(Batches.Taken taken, Handover.Outcome outcome) {
        return new Told(taken, "", new Handover(outcome, 0, "", null));
    }

    /** Whether nothing more can be said on its line. */
    boolean isBroken() {
        return handover != null && (handover.outcome() == Handover.Outcome.UNCERTAIN || handover.code() == 421);
    }

    boolean wasTried() {
        return handover != null && handover.outcome() != Handover.Outcome.HELD;
    }

    String domain() {
        var address = taken.address();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Until when nothing is said to its domain. */
    @Nullable
    Instant heldUntil() {
        return handover == null ? null : handover.until();
    }

    Settlements.Settled settled(Instant now) {
        var id = taken.id();
        int tries = taken.attempts();
        if (handover == null) {
            return Settlements.Settled.back(id);
        }
        return switch (handover.outcome()) {
            case TAKEN -> Settlements.Settled.sent(id, subject);
            case HELD -> Settlements.Settled.held(id, Objects.requireNonNull(handover.until()));
            case REFUSED -> Settlements.Settled.failed(id, "refused", false);
            case LATER ->
                tries >= MOST_TRIES
                        ? Settlements.Settled.failed(id, "gave-up", false)
                        : Settlements.Settled.later(id, inMinutes(now, 1L << tries), false);
            case UNCERTAIN ->
                tries >= MOST_UNCERTAIN
                        ? Settlements.Settled.failed(id, "line-broke", true)
                        : Settlements.Settled.later(id, inMinutes(now, tries), true);
        };
    }

    private static Instant inMinutes(Instant now, long minutes) {
        return now.plus(Duration.ofMinutes(minutes));
    }
}
