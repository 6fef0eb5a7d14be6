package fi.seloste.marketing;

import fi.seloste.base.FinnishHolidays;
import fi.seloste.base.LegalTime;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar of marketing: what goes out when, so that nobody gets two things on one morning. */
@Controller
@Needs(purpose = Purpose.MARKETING, whole = true)
class CalendarPages {

    private final Campaigns campaigns;
    private final ObjectProvider<Dated> dated;
    private final Purposes purposes;
    private final Clock clock;

    CalendarPages(Campaigns campaigns, ObjectProvider<Dated> dated, Purposes purposes, Clock clock) {
        this.campaigns = campaigns;
        this.dated = dated;
        this.purposes = purposes;
        this.clock = clock;
    }

    @GetMapping("/marketing/calendar")
    CalendarPage month(@RequestParam(required = false) @Nullable String month, SignedIn viewer) {
        var today = LegalTime.dayOf(clock.instant(), viewer.zone());
        var shown = month == null || month.isBlank() ? YearMonth.from(today) : parse(month.strip());
        var first = shown.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var after = shown.atEndOfMonth()
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                .plusDays(1);
        var entries = entries(first, after, viewer);
        return new CalendarPage(
                shown,
                first.datesUntil(after)
                        .map(day -> new CalendarPage.Day(
                                day,
                                day.equals(today),
                                day.getDayOfWeek().getValue() > 5 || FinnishHolidays.isHoliday(day),
                                YearMonth.from(day).equals(shown),
                                on(day, entries, viewer.zone())))
                        .toList());
    }

    private static YearMonth parse(String text) {
        if (!text.matches("20\\d\\d-(0[1-9]|1[0-2])")) {
            throw Problem.invalid("month", "campaigns.calendar.month", Shortened.of(text));
        }
        return YearMonth.parse(text);
    }

    private List<Dated.Entry> entries(LocalDate first, LocalDate after, SignedIn viewer) {
        var from = first.atStartOfDay(viewer.zone()).toInstant();
        var until = after.atStartOfDay(viewer.zone()).toInstant();
        return purposes.as(
                Purpose.MARKETING,
                () -> Stream.concat(
                                campaigns.between(from, until).stream().map(CalendarPages::entry),
                                dated.orderedStream()
                                        .flatMap(module -> module.between(from, until, viewer.locale()).stream()))
                        .sorted(Comparator.comparing(Dated.Entry::at))
                        .toList());
    }

    private static Dated.Entry entry(Campaign one) {
        var course = one.course();
        return new Dated.Entry(
                Objects.requireNonNull(course.begunAt() == null ? course.startsAt() : course.begunAt()),
                one.name(),
                "marketing.state." + one.state().code(),
                "/marketing/campaigns/" + one.id());
    }

    private static List<Dated.Entry> on(LocalDate day, List<Dated.Entry> entries, ZoneId zone) {
        return entries.stream()
                .filter(one -> LegalTime.dayOf(one.at(), zone).equals(day))
                .toList();
    }
}
