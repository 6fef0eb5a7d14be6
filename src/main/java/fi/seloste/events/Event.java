package fi.seloste.events;

import fi.seloste.base.NextName;
import fi.seloste.base.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that takes place: what it is in which languages, when, for how many, what whoever registers is asked, and how far it has come. */
public record Event(UUID id, String slug, Plan plan, Course course) {

    private static final int MOST_SEATS = 100_000;

    /** What is decided about it. Words stand by language; reminders are minutes before the start. */
    public record Plan(Map<String, Words> words, Times times, Seats seats, List<Asked> asked, List<Integer> reminders) {

        public Plan {
            words = Words.spoken(words);
            asked = List.copyOf(asked);
            reminders = reminders.stream().distinct().sorted().toList();
            reminders.forEach(Reminder::checked);
            if (asked.stream().map(Asked::id).distinct().count() < asked.size()) {
                throw Problem.invalid("asked", "events.asked.twice");
            }
        }

        /** The same for a later day, under the next number. */
        Plan again(List<Integer> otherReminders, Instant now) {
            var named = new TreeMap<String, Words>();
            words.forEach((language, one) -> named.put(language, one.named(NextName.after(one.name()))));
            return new Plan(named, times.again(now), seats, asked, otherReminders);
        }
    }

    /** For how many there is room, null for any number, and whether others may wait. */
    public record Seats(@Nullable Integer capacity, boolean waitingList) {

        public Seats {
            if (capacity != null && (capacity < 1 || capacity > MOST_SEATS)) {
                throw Problem.invalid("capacity", "events.capacity.wrong", MOST_SEATS);
            }
        }
    }

    /** How far it has come. The sequence counts changes of time and place, as calendars do. */
    public record Course(int version, State state, int sequence, Instant changedAt) {}

    public enum State {
        DRAFT,
        OPEN,
        CLOSED,
        CANCELLED,
        HELD;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    // What others hear of, in the transaction in which it happens.

    public record Changed(UUID event) {}

    /** Somebody has a place, waits, comes no more, or came in. */
    public record GuestsChanged(UUID event) {}

    public State state() {
        return course.state();
    }

    public Times times() {
        return plan.times();
    }

    /** The languages it is told in, ours first. */
    public List<String> languages() {
        return Words.LANGUAGES.stream().filter(plan.words()::containsKey).toList();
    }

    /** The language in which somebody is told of it. */
    public String languageFor(String spoken) {
        return plan.words().containsKey(spoken) ? spoken : languages().getFirst();
    }

    public Words in(String spoken) {
        return Objects.requireNonNull(plan.words().get(languageFor(spoken)));
    }

    public String name(String spoken) {
        return in(spoken).name();
    }

    public Optional<Asked> asked(String id) {
        return plan.asked().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Whether somebody who comes to the page now may register. */
    public boolean takesRegistrations(Instant now) {
        return state() == State.OPEN && now.isBefore(times().closes());
    }

    /** Whether it is still ahead or running, and was not called off. */
    public boolean isAhead() {
        return state() == State.OPEN || state() == State.CLOSED;
    }

    /** By the clock: drafts as well, and nothing that was called off. */
    boolean isToCome(Instant now) {
        return times().ends().isAfter(now) && state() != State.CANCELLED;
    }

    void mustBe(State... allowed) {
        for (var one : allowed) {
            if (state() == one) {
                return;
            }
        }
        throw Problem.conflict("events.notNow." + state().code());
    }

    void mustBeAt(int seen) {
        mustBe(State.DRAFT, State.OPEN, State.CLOSED);
        if (seen != course.version()) {
            throw Problem.stale("events.stale");
        }
    }
}
