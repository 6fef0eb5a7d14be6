package fi.seloste.flows;

import fi.seloste.base.PersonId;
import java.time.Instant;
import java.util.UUID;

/** Somebody on the way through a flow: at which step of which edition, whether its time has been counted yet, and how often a gate was found shut. */
public record Passage(UUID id, UUID flow, UUID edition, PersonId person, Stand stand) {

    public record Stand(UUID step, boolean waits, int tries) {

        static Stand at(UUID step) {
            return new Stand(step, false, 0);
        }

        static Stand waiting(UUID step) {
            return new Stand(step, true, 0);
        }

        Stand again() {
            return new Stand(step, waits, tries + 1);
        }
    }

    /** Who stands where in a flow, for a list. */
    public record There(PersonId person, UUID id, UUID edition, UUID step, Instant since, Instant due) {}

    /** Who left, for a list. */
    public record Left(PersonId person, UUID id, String why, Instant at) {}
}
