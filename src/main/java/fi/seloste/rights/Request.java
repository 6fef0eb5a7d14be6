package fi.seloste.rights;

import fi.seloste.base.Deadline;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.base.Suspension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request of a data subject, with the rules of its course. Nothing here asks a database or a clock. */
public record Request(RequestId id, String number, Right right, State state, Asker asker, Course course) {

    public enum State {
        RECEIVED,
        IDENTITY,
        COLLECTING,
        REVIEW,
        ANSWERED_PARTLY,
        CLOSED,
        REFUSED,
        WITHDRAWN;

        static State of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("state", "rights.state.unknown", code));
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean isOpen() {
            return this != CLOSED && this != REFUSED && this != WITHDRAWN;
        }
    }

    // What others hear of, in the transaction in which it happens.

    public record Opened(RequestId request) {}

    /** Closed, refused or withdrawn. */
    public record Ended(RequestId request) {}

    /** Who asks, as far as they said and as far as we know. Address, name and words are gone after an erasure. */
    public record Asker(
            @Nullable PersonId person,
            @Nullable String email,
            @Nullable String name,
            @Nullable String words,
            String language) {

        public Locale locale() {
            return Locale.of(language);
        }

        /** What they call themselves: their name, their address or nothing. */
        public String said() {
            return name != null ? name : email == null ? "" : email;
        }
    }

    /** How and when somebody was taken to be the person. */
    public record Proof(How how, Instant at) {

        public enum How {
            CODE,
            ATTESTED,
            LETTER;

            static How of(String code) {
                return Arrays.stream(values())
                        .filter(how -> how.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("how", "rights.identity.how", code));
            }

            public String code() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** What has happened to it, in days and moments. */
    public record Course(
            Received received,
            @Nullable Proof proof,
            @Nullable LocalDate extendedOn,
            List<Suspension> suspensions,
            Outcome outcome) {

        public Course {
            suspensions = List.copyOf(suspensions);
        }
    }

    public record Received(
            LocalDate on,
            Instant at,
            String channel,
            @Nullable Instant matchedAt) {}

    public record Outcome(
            @Nullable Instant decidedAt,
            @Nullable UUID decidedBy,
            @Nullable Instant answeredAt,
            @Nullable Instant closedAt) {}

    /** Art. 12(3), in force today: the first month, or the three once the person was told of the extension. */
    public Deadline deadline(LocalDate today) {
        return course.extendedOn == null
                ? Deadline.ofAnswer(course.received.on, course.suspensions, today)
                : extendedDeadline(today);
    }

    public Deadline extendedDeadline(LocalDate today) {
        return Deadline.ofExtendedAnswer(course.received.on, course.suspensions, today);
    }

    public boolean isLate(LocalDate today) {
        return state.isOpen()
                && course.outcome.answeredAt == null
                && deadline(today).isPassedOn(today);
    }

    public boolean isProved() {
        return course.proof != null;
    }

    public boolean isDecided() {
        return course.outcome.decidedAt != null;
    }

    /** Nobody of the register is meant: the truthful answer is that nothing is kept. */
    public boolean isOfNobody() {
        return course.received.matchedAt != null && asker.person == null;
    }

    /** Art. 12(3): once, and told within the first month. */
    public void mustBeExtendable(LocalDate today) {
        mustBeUnanswered();
        if (course.extendedOn != null) {
            throw Problem.conflict("rights.extension.already", number, course.extendedOn);
        }
        var first = Deadline.ofAnswer(course.received.on, course.suspensions, today);
        if (!first.mayBeExtendedOn(today)) {
            throw Problem.conflict("rights.extension.late", number, first.endsOn());
        }
    }

    /** Whether its clock stands until the person answers a question. */
    public boolean isSuspended() {
        return state.isOpen() && isAsked();
    }

    private boolean isAsked() {
        return course.suspensions.stream().anyMatch(one -> one.answeredOn() == null);
    }

    public void mustBeSuspendable() {
        mustBeUnanswered();
        if (isAsked()) {
            throw Problem.conflict("rights.suspension.already", number);
        }
    }

    /** Open, and nothing promised or sent yet. */
    public void mustBeUnanswered() {
        mustBeOpen();
        if (isDecided()) {
            throw Problem.conflict("rights.request.decided", number);
        }
    }

    public void mustBeOpen() {
        if (!state.isOpen()) {
            throw Problem.conflict("rights.request.ended", number);
        }
    }

    /** Nothing is handed over or destroyed for somebody who may be anybody. */
    public void mustBeProved() {
        if (right.needsProof() && !isProved() && !isOfNobody()) {
            throw Problem.conflict("rights.identity.first", number);
        }
    }
}
