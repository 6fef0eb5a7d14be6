package fi.seloste.consents;

import fi.seloste.base.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a person agreed to something, once. Agreeing again is another consent; this one only ends. */
public record Consent(UUID id, PersonId person, Given given, End end) {

    /** How it was given: upon which words, when, by which way, shown by what, under which notice. */
    public record Given(Wording upon, Instant at, Channel channel, Proof proof, String noticePrint) {}

    /** When it ends by itself, if it does, from when it does not stand any more, and its withdrawal. */
    public record End(
            @Nullable LocalDate expiresOn,
            @Nullable Instant at,
            @Nullable Withdrawal withdrawal) {}

    /** Art. 7(3): when, by which way, and by whose hand. */
    public record Withdrawal(Instant at, Way how, String by) {}

    public enum State {
        GIVEN,
        EXPIRED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Aim aim() {
        return given.upon().aim();
    }

    public State state(Instant now) {
        if (end.withdrawal() != null) {
            return State.WITHDRAWN;
        }
        return end.at() == null || end.at().isAfter(now) ? State.GIVEN : State.EXPIRED;
    }

    public boolean standsAt(Instant moment) {
        return !given.at().isAfter(moment) && (end.at() == null || end.at().isAfter(moment));
    }

    /**
     * Those of a person's that stand. Where two people turned out to be one, the later word counts: what was withdrawn after it was given
     * anew elsewhere does not stand. The gate of the database, {@code consents.standing}, goes by the same rule.
     */
    static List<Consent> standing(List<Consent> all, Instant moment) {
        return all.stream()
                .filter(one -> one.standsAt(moment) && all.stream().noneMatch(other -> other.overrules(one, moment)))
                .toList();
    }

    private boolean overrules(Consent other, Instant moment) {
        return end.withdrawal() != null
                && aim().equals(other.aim())
                && !end.withdrawal().at().isBefore(other.given.at())
                && !end.withdrawal().at().isAfter(moment);
    }

    // What others hear of, in the transaction in which it happens.

    public record Agreed(PersonId person, UUID consent, Aim aim) {}

    /** Everything that one act withdrew. */
    public record Withdrawn(PersonId person, List<UUID> consents, Way how) {

        public Withdrawn {
            consents = List.copyOf(consents);
        }
    }
}
