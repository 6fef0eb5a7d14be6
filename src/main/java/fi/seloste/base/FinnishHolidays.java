package fi.seloste.base;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of Finland, as Regulation 1182/71 Art. 2(1) wants them: "all days designated as such in the Member State".
 *
 * <p>Midsummer Eve and Christmas Eve are deliberately not here. Act 150/1930 s. 5 equates them with holidays for the time limits
 * of courts and authorities, not for those of the Regulation; counting them as working days ends a period earlier, never later.
 */
public final class FinnishHolidays {

    private FinnishHolidays() {}

    public static boolean isHoliday(LocalDate day) {
        return find(day).isPresent();
    }

    /** The key of the holiday's name, where the day is one. */
    public static Optional<Sentence> find(LocalDate day) {
        return Optional.ofNullable(fixed(day))
                .or(() -> Optional.ofNullable(byEaster(day)))
                .or(() -> Optional.ofNullable(saturday(day)))
                .map(name -> Sentence.of("legaltime.holiday." + name));
    }

    private static @Nullable String fixed(LocalDate day) {
        return switch (day.getMonth()) {
            case JANUARY -> day.getDayOfMonth() == 1 ? "newYear" : day.getDayOfMonth() == 6 ? "epiphany" : null;
            case MAY -> day.getDayOfMonth() == 1 ? "mayDay" : null;
            case DECEMBER ->
                switch (day.getDayOfMonth()) {
                    case 6 -> "independence";
                    case 25 -> "christmas";
                    case 26 -> "boxing";
                    default -> null;
                };
            default -> null;
        };
    }

    private static @Nullable String byEaster(LocalDate day) {
        return switch ((int) (day.toEpochDay() - easterSunday(day.getYear()).toEpochDay())) {
            case -2 -> "goodFriday";
            case 0 -> "easter";
            case 1 -> "easterMonday";
            case 39 -> "ascension";
            case 49 -> "whitsun";
            default -> null;
        };
    }

    /** Midsummer Day is the Saturday of 20 to 26 June, All Saints' Day that of 31 October to 6 November. */
    private static @Nullable String saturday(LocalDate day) {
        if (day.equals(saturdayFrom(LocalDate.of(day.getYear(), Month.JUNE, 20)))) {
            return "midsummer";
        }
        return day.equals(saturdayFrom(LocalDate.of(day.getYear(), Month.OCTOBER, 31))) ? "allSaints" : null;
    }

    private static LocalDate saturdayFrom(LocalDate first) {
        return first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    }

    /** The Gregorian Easter, by the algorithm published anonymously in Nature, 20 April 1876. */
    public static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
