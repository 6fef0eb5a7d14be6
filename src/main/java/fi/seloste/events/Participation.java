package fi.seloste.events;

import fi.seloste.base.PersonId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody's registration for an event, as staff see it. */
public record Participation(UUID id, int number, @Nullable PersonId person, Guest guest, Course course, Told told) {

    /** Whom it names, as they wrote it. */
    public record Guest(
            String name,
            String email,
            @Nullable String organisation,
            @Nullable String phone,
            String language) {

        /** An address of the web or of mail: letters and calendars draw it as a link. */
        private static final Pattern LEADS =
                Pattern.compile("(?i)://|www\\.|@|[\\p{L}\\d-]{2,}\\.\\p{L}{2,}(?=[/:?#\\s]|$)");

        /** The name as a letter may say it; empty where it leads somewhere, since whoever gets the letter may be another than who typed it. */
        String told() {
            return LEADS.matcher(name).find() ? "" : name;
        }
    }

    /** What the guest told: at registering, and the newest that their calendar answered. */
    public record Told(List<Answer> answers, @Nullable Reply reply) {

        static final Told NOTHING = new Told(List.of(), null);

        public Told {
            answers = List.copyOf(answers);
        }
    }

    /** What a calendar answered. One that was not proved is a remark: nothing followed from it. */
    public record Reply(String answer, boolean proved, String followed, String words, Instant at) {}

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

    /** As staff look through them: who comes, who waits, who comes no more. */
    public enum Group {
        COMING(State.REGISTERED),
        WAITING(State.WAITING),
        GONE(State.CANCELLED, State.LAPSED);

        private final List<State> states;

        Group(State... states) {
            this.states = List.of(states);
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Who comes, where nothing that there is was asked for. */
        static Group of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElse(COMING);
        }

        /** The codes of its states; of no group in particular those of all. */
        static List<String> states(@Nullable Group group) {
            return (group == null ? List.of(State.values()) : group.states)
                    .stream().map(State::code).toList();
        }
    }

    Participation with(Told all) {
        return new Participation(id, number, person, guest, course, all);
    }

    public List<Answer> answers() {
        return told.answers();
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
