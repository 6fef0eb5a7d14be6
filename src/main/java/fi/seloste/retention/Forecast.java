package fi.seloste.retention;

import fi.seloste.base.PersonId;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.Notice;
import fi.seloste.notice.Version;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to what falls due: how much in which month, who, and what should have gone and has not. */
@Component
public class Forecast {

    static final int MONTHS = 12;
    private static final int CHAPTER = 5000;
    /** Nobody waits longer than so for a page. */
    private static final Duration LONG = Duration.ofMillis(300);

    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final Notice notice;
    private final PersonEvents events;
    private final Expiring expiring;
    private final ExpiringRows rows;
    private final ExpiringOrganisations organisations;
    private final Schedule schedule;
    private final Stops stops;
    private final KeptPreview kept;
    private final Days days;

    Forecast(
            Notice notice,
            PersonEvents events,
            Expiring expiring,
            ExpiringRows rows,
            ExpiringOrganisations organisations,
            Schedule schedule,
            Stops stops,
            KeptPreview kept,
            Days days) {
        this.notice = notice;
        this.events = events;
        this.expiring = expiring;
        this.rows = rows;
        this.organisations = organisations;
        this.schedule = schedule;
        this.stops = stops;
        this.kept = kept;
        this.days = days;
    }

    /** What falls due of a category, by the month in which it goes; people where whole people go or people's rows, else rows. */
    public record Line(String category, Unit unit, long overdue, Map<YearMonth, Long> months) {

        public long total() {
            return months.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** What is counted. */
    public enum Unit {
        PEOPLE,
        PEOPLE_OUT_OF_USE,
        ROWS_OF_PEOPLE,
        ORGANISATIONS,
        ROWS
    }

    /** Twelve months from this one on; {@code backlog} counts people whom a finished sweep should have taken and nothing stopped. */
    public record Preview(
            LocalDate today, List<YearMonth> months, List<Line> lines, Map<String, Long> stopped, long backlog) {}

    /** Somebody who falls due. */
    public record Due(
            PersonId person, Ending.Until ending, @Nullable String stoppedBy) {

        /** The day that the person is removed: the one after the last. */
        public LocalDate goesOn() {
            return ending.on().plusDays(1);
        }
    }

    /** A preview, and when it was counted. */
    public record Shown(Preview preview, Instant at) {}

    /** For a page: counted now, or within the hour where counting takes long. */
    @As(Purpose.RETENTION)
    public Shown shown() {
        return kept.find(days.today(), version(), days.moment().minus(GOOD_FOR)).orElseGet(this::count);
    }

    /** After a night's removal, so that nobody has to wait for the first count of the day. */
    @As(Purpose.RETENTION)
    public void renew() {
        kept.forget();
        count();
    }

    private Shown count() {
        var begun = days.moment();
        var shown = new Shown(preview(), begun);
        if (Duration.between(begun, days.moment()).compareTo(LONG) > 0) {
            kept.keep(shown.preview(), version(), begun);
        }
        return shown;
    }

    private int version() {
        return notice.version().map(Version::number).orElse(0);
    }

    @As(Purpose.RETENTION)
    public Preview preview() {
        var today = days.today();
        var months = new ArrayList<YearMonth>();
        for (int i = 0; i < MONTHS; i++) {
            months.add(YearMonth.from(today).plusMonths(i));
        }
        var declared = notice.inForce();
        var lines = lines(declared, months.getLast().atEndOfMonth());
        var stopped = stopped(declared, today);
        long overdue = lines.getFirst().overdue();
        long waiting = stopped.values().stream().mapToLong(Long::longValue).sum();
        return new Preview(today, List.copyOf(months), lines, stopped, Math.max(0, overdue - waiting));
    }

    private List<Line> lines(Declaration declared, LocalDate until) {
        var lines = new ArrayList<Line>();
        lines.add(people(events.category(), Unit.PEOPLE, everybody(declared), until));
        if (everybody(declared).rules().withhold()) {
            lines.add(outOfUse(everybody(declared).rules(), until));
        }
        for (var one : schedule.categories(declared, events.category())) {
            var scope = new Expiring.Scope(one.rules(), schedule.tables(one.category()));
            lines.add(people(one.category(), Unit.ROWS_OF_PEOPLE, scope, until));
        }
        lines.add(organisations(PersonRules.of(declared, organisations.category()), until));
        var byCategory = new LinkedHashMap<String, Line>();
        for (var rule : schedule.rows(declared)) {
            byCategory.merge(rule.table().category(), rows(rule, until), Forecast::sum);
        }
        lines.addAll(byCategory.values());
        return lines;
    }

    private Expiring.Scope everybody(Declaration declared) {
        return new Expiring.Scope(PersonRules.of(declared, events.category()), Set.of());
    }

    private Line people(String category, Unit unit, Expiring.Scope scope, LocalDate until) {
        var line = new Counted();
        for (var group : scope.rules().rules().isEmpty() ? List.<Expiring.Group>of() : expiring.groups(scope, until)) {
            if (scope.rules().end(group.facts()) instanceof Ending.Until end) {
                line.add(end.on().plusDays(1), group.people(), until);
            }
        }
        return new Line(category, unit, line.overdue, line.months);
    }

    /** Who is hidden from use while a rule keeps them for claims; whoever is hidden already is told by no month. */
    private Line outOfUse(PersonRules rules, LocalDate until) {
        var scope = new Expiring.Scope(rules.ofUse(), Set.of());
        var all = people(events.category(), Unit.PEOPLE_OUT_OF_USE, scope, until);
        return new Line(all.category(), all.unit(), 0, all.months());
    }

    private Line organisations(PersonRules rules, LocalDate until) {
        var line = new Counted();
        @Nullable UUID mark = rules.rules().isEmpty() ? null : NightlySweep.FIRST;
        while (mark != null) {
            var chapter = organisations.candidates(rules, until, mark, CHAPTER);
            for (var row : chapter) {
                if (rules.end(row.facts()) instanceof Ending.Until end) {
                    line.add(end.on().plusDays(1), 1, until);
                }
            }
            mark = chapter.size() < CHAPTER ? null : chapter.getLast().organisation();
        }
        return new Line(organisations.category(), Unit.ORGANISATIONS, line.overdue, line.months);
    }

    private Line rows(RowRule rule, LocalDate until) {
        var line = new Counted();
        rows.days(rule, until)
                .forEach(day -> line.add(rule.rule().keptUntil(day.event()).plusDays(1), day.rows(), until));
        return new Line(rule.table().category(), Unit.ROWS, line.overdue, line.months);
    }

    /** Counts by the month of going; what should have gone before today is overdue. */
    private final class Counted {

        private final Map<YearMonth, Long> months = new TreeMap<>();
        private long overdue;

        void add(LocalDate goesOn, long many, LocalDate until) {
            if (goesOn.isBefore(days.today())) {
                overdue += many;
            } else if (!goesOn.isAfter(until)) {
                months.merge(YearMonth.from(goesOn), many, Long::sum);
            }
        }
    }

    private static Line sum(Line one, Line other) {
        var months = new TreeMap<>(one.months());
        other.months().forEach((month, many) -> months.merge(month, many, Long::sum));
        return new Line(one.category(), one.unit(), one.overdue() + other.overdue(), months);
    }

    /** Whom something stops of those that are overdue; of many only the first thousands are asked about. */
    private Map<String, Long> stopped(Declaration declared, LocalDate today) {
        var rules = everybody(declared).rules();
        if (rules.rules().isEmpty()) {
            return Map.of();
        }
        var overdue = expiring.candidates(everybody(declared), today, NightlySweep.FIRST, CHAPTER).stream()
                .filter(row -> rules.isDue(row.facts(), today.minusDays(1)))
                .map(Expiring.Row::person)
                .toList();
        var counts = new TreeMap<String, Long>();
        stops.among(overdue).values().forEach(code -> counts.merge(code, 1L, Long::sum));
        return counts;
    }

    /** People who go in a month, by id after a mark; those of this month with whoever is overdue. */
    @As(Purpose.RETENTION)
    public List<Due> due(YearMonth month, @Nullable UUID after, int limit) {
        var declared = notice.inForce();
        var scope = everybody(declared);
        var found = new ArrayList<Due>();
        @Nullable UUID mark = after == null ? NightlySweep.FIRST : after;
        while (mark != null && found.size() < limit && !scope.rules().rules().isEmpty()) {
            var chapter = expiring.candidates(scope, month.atEndOfMonth(), mark, CHAPTER);
            chapter.forEach(row -> add(row, scope.rules(), month, found));
            mark = chapter.size() < CHAPTER ? null : chapter.getLast().person().value();
        }
        var page = found.stream().limit(limit).toList();
        var stopped = stops.among(page.stream().map(Due::person).toList());
        return page.stream()
                .map(one -> new Due(one.person(), one.ending(), stopped.get(one.person())))
                .toList();
    }

    private void add(Expiring.Row row, PersonRules rules, YearMonth month, List<Due> found) {
        if (rules.end(row.facts()) instanceof Ending.Until end) {
            var goes = YearMonth.from(end.on().plusDays(1));
            var thisMonth = YearMonth.from(days.today());
            if (goes.equals(month) || (month.equals(thisMonth) && goes.isBefore(month))) {
                found.add(new Due(row.person(), end, null));
            }
        }
    }
}
