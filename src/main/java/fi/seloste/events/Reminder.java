package fi.seloste.events;

import fi.seloste.base.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A letter so many minutes before an event, to everybody who comes. */
record Reminder(UUID id, int minutes, @Nullable Instant sentAt) {

    /** What the form offers: a week, two days, a day, two hours. */
    static final List<Integer> USUAL = List.of(10_080, 2_880, 1_440, 120);

    private static final int EARLIEST = 100_000;

    boolean isDue(Instant starts, Instant now) {
        return sentAt == null && !now.isBefore(starts.minus(Duration.ofMinutes(minutes)));
    }

    static int checked(int minutes) {
        if (minutes < 1 || minutes > EARLIEST) {
            throw Problem.invalid("reminders", "events.reminder.wrong", EARLIEST);
        }
        return minutes;
    }
}
