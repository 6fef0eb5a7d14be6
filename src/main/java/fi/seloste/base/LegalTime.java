package fi.seloste.base;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How the law of the Union counts time: Regulation (EEC, Euratom) No 1182/71. Pure functions of dates; the calendar is Finland's,
 * because it is the authority's and the controller's, wherever the person lives.
 */
public final class LegalTime {

    /** GDPR Art. 33(1): "not later than 72 hours after having become aware of it". */
    public static final Duration BREACH_NOTIFICATION = Duration.ofHours(72);

    private LegalTime() {}

    /** The legal day of an instant: that of the controller's place, not of the server's clock. */
    public static LocalDate dayOf(Instant instant, ZoneId place) {
        return instant.atZone(place).toLocalDate();
    }

    /**
     * Art. 3(2)(c): a period in months ends "with the expiry of the last hour of whichever day in the last month is … the same date as
     * the day from which the period runs. If … the day on which it should expire does not occur in the last month, the period shall
     * end with the expiry of the last hour of the last day of that month". Java's own rule for adding months is the same.
     */
    public static LocalDate afterMonths(LocalDate event, int months) {
        return event.plusMonths(months);
    }

    /** Art. 2(2): "working days means all days other than public holidays, Sundays and Saturdays". */
    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FinnishHolidays.isHoliday(day);
    }

    /**
     * Art. 3(4): "Where the last day of a period expressed otherwise than in hours is a public holiday, Sunday or Saturday, the period
     * shall end with the expiry of the last hour of the following working day."
     */
    public static LocalDate workingDayFrom(LocalDate day) {
        var end = day;
        while (!isWorkingDay(end)) {
            end = end.plusDays(1);
        }
        return end;
    }
}
