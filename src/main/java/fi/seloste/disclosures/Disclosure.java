package fi.seloste.disclosures;

import fi.seloste.base.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A demand of an authority, and what came of it. Art. 5(2): the controller must be able to show why data were handed over, or were not. */
public record Disclosure(
        UUID id,
        int version,
        Asked asked,
        @Nullable Secrecy secrecy,
        @Nullable Answer answer,
        boolean toTell,
        Instant recordedAt) {

    /** What came in; {@code law} is the law and section that the authority names. */
    public record Asked(
            String authority,
            @Nullable String reference,
            String law,
            String what,
            LocalDate receivedOn,
            @Nullable LocalDate dueOn) {}

    /** Art. 23: a law that forbids telling the person for the time being, and the day until which it does. */
    public record Secrecy(
            LocalDate until, String by, @Nullable Instant endedAt) {

        public boolean isInForce() {
            return endedAt == null;
        }
    }

    /** What was decided and why; {@code categories} are those of the notice. */
    public record Answer(
            Decision decision,
            String reason,
            List<String> categories,
            @Nullable String how,
            @Nullable LocalDate sentOn) {

        public Answer {
            categories = List.copyOf(categories);
        }

        public boolean isGiven() {
            return decision != Decision.REFUSED;
        }
    }

    public boolean isOpen() {
        return answer == null;
    }

    /** Whether the people must not be told yet. */
    public boolean isSecret() {
        return secrecy != null && secrecy.isInForce();
    }

    /** Whether the day of the secrecy has come and nobody has ended it. */
    public boolean isToBeTold(LocalDate today) {
        return secrecy != null && secrecy.isInForce() && !today.isBefore(secrecy.until);
    }

    public boolean isLate(LocalDate today) {
        return isOpen() && asked.dueOn != null && asked.dueOn.isBefore(today);
    }

    void mustBeOpen() {
        if (!isOpen()) {
            throw Problem.conflict("disclosures.decided");
        }
    }

    /** Whether the people are to hear of it from us, now that no law forbids it. */
    void mustBeTold() {
        if (!toTell || isSecret()) {
            throw Problem.conflict("disclosures.telling.not");
        }
    }

    Secrecy mustBeSecret() {
        if (secrecy == null || !secrecy.isInForce()) {
            throw Problem.conflict("disclosures.secrecy.none");
        }
        return secrecy;
    }

    /** What is given names its categories, its way and its day; a copy could not tell the person otherwise. */
    void mustAllow(Answer wanted, int people, LocalDate today) {
        mustBeOpen();
        if (wanted.sentOn != null && (wanted.sentOn.isAfter(today) || wanted.sentOn.isBefore(asked.receivedOn))) {
            throw Problem.invalid("sentOn", "disclosures.sentOn.outside", asked.receivedOn);
        }
        if (!wanted.isGiven()) {
            return;
        }
        if (people == 0) {
            throw Problem.invalid("people", "disclosures.people.none");
        }
        if (wanted.categories.isEmpty()) {
            throw Problem.invalid("categories", "disclosures.categories.none");
        }
        if (wanted.how == null) {
            throw Problem.invalid("how", "disclosures.missing");
        }
        if (wanted.sentOn == null) {
            throw Problem.invalid("sentOn", "disclosures.missing");
        }
    }
}
