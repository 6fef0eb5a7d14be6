package fi.seloste.events;

import fi.seloste.base.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody's registration for an event, as staff see it. */
public record Participation(
        UUID id, int number, @Nullable PersonId person, Guest guest, Course course, List<Answer> answers) {

    /** Whom it names, as they wrote it. */
    public record Guest(
            String name,
            String email,
            @Nullable String organisation,
            @Nullable String phone,
            String language) {}

    /** What was answered to a question. */
    public record Answer(String id, String question, String value) {}

    /** How far it has come. */
    public record Course(
            State state,
            String way,
            Instant askedAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant confirmBy,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable Instant attendedAt) {}

    public enum State {
        REGISTERED,
        WAITING,
        CANCELLED,
        LAPSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public State state() {
        return course.state();
    }

    public boolean hasPlace() {
        return state() == State.REGISTERED;
    }

    public boolean stands() {
        return state() == State.REGISTERED || state() == State.WAITING;
    }

    public boolean isConfirmed() {
        return course.confirmedAt() != null;
    }

    public boolean hasCome() {
        return course.attendedAt() != null;
    }
}
