package fi.seloste.events;

import fi.seloste.base.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** When an event is, in its own time zone, and until when one may register: until it begins, where nothing else is said. */
public record Times(
        Instant starts, Instant ends, ZoneId zone, @Nullable Instant closesAt) {

    private static final Duration LONGEST = Duration.ofDays(62);

    public Times {
        if (!zone.getId().contains("/")) {
            throw Problem.invalid("zone", "events.zone.unknown", zone.getId());
        }
        if (!isLasting(starts, ends)) {
            throw Problem.invalid("ends", "events.ends.wrong", LONGEST.toDays());
        }
        if (closesAt != null && closesAt.isAfter(ends)) {
            throw Problem.invalid("closes", "events.closes.late");
        }
    }

    /**
     * On the same day of the week, when clocks there show the same: the first such day a week or more later that is still ahead. Where an hour that
     * is missing or comes twice would end it before it starts, or too late, it lasts as long as the first one.
     */
    Times again(Instant now) {
        long weeks = 1;
        while (!start().plusWeeks(weeks).toInstant().isAfter(now)) {
            weeks++;
        }
        var nextStart = start().plusWeeks(weeks).toInstant();
        var sameClock = end().plusWeeks(weeks).toInstant();
        var nextEnd = isLasting(nextStart, sameClock) ? sameClock : nextStart.plus(Duration.between(starts, ends));
        return new Times(nextStart, nextEnd, zone, closesAgain(weeks, nextEnd));
    }

    private @Nullable Instant closesAgain(long weeks, Instant nextEnd) {
        if (closesAt == null) {
            return null;
        }
        var closing = closesAt.atZone(zone).plusWeeks(weeks).toInstant();
        return closing.isAfter(nextEnd) ? nextEnd : closing;
    }

    private static boolean isLasting(Instant starts, Instant ends) {
        return ends.isAfter(starts) && Duration.between(starts, ends).compareTo(LONGEST) <= 0;
    }

    public Instant closes() {
        return closesAt == null ? starts : closesAt;
    }

    public ZonedDateTime start() {
        return starts.atZone(zone);
    }

    public ZonedDateTime end() {
        return ends.atZone(zone);
    }

    static ZoneId zone(String id) {
        try {
            return ZoneId.of(id.strip());
        } catch (DateTimeException e) {
            throw Problem.invalid("zone", "events.zone.unknown", id);
        }
    }

    /**
     * The moment at which clocks there show this time. When clocks go forward an hour is missing, and nobody can come in it; when they go back
     * an hour comes twice, and the first is meant.
     */
    static Instant moment(String field, String written, ZoneId zone) {
        LocalDateTime time;
        try {
            time = LocalDateTime.parse(written.strip());
        } catch (DateTimeException e) {
            throw Problem.invalid(field, "events.time.wrong");
        }
        if (time.getYear() < 1970 || time.getYear() > 2200) {
            throw Problem.invalid(field, "events.time.wrong");
        }
        var transition = zone.getRules().getTransition(time);
        if (transition != null && transition.isGap()) {
            throw Problem.invalid(
                    field,
                    "events.time.missing",
                    zone.getId().replace('_', ' '),
                    transition.getDateTimeBefore().toLocalTime().toString(),
                    transition.getDateTimeAfter().toLocalTime().toString());
        }
        return time.atZone(zone).toInstant();
    }
}
