package fi.seloste.base;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A legal day and why it is that day. {@code endsOn} is where the period ends by the calendar, {@code due} the last day to act once
 * weekends and holidays are taken into account, {@code explanation} the way from one to the other, each step with its article.
 */
public record Deadline(LocalDate due, LocalDate endsOn, List<Sentence> explanation) {

    private static final int MONTHS = 1;
    private static final int MONTHS_EXTENDED = 3;

    public Deadline {
        explanation = List.copyOf(explanation);
    }

    /** A deadline that runs in hours (Art. 33): no working day moves it. */
    public record Hour(ZonedDateTime due, List<Sentence> explanation) {}

    /** GDPR Art. 12(3): "without undue delay and in any event within one month of receipt of the request". */
    public static Deadline ofAnswer(LocalDate received) {
        return ofAnswer(received, List.of(), received);
    }

    public static Deadline ofAnswer(LocalDate received, List<Suspension> suspensions, LocalDate today) {
        return inMonths(MONTHS, received, suspensions, today);
    }

    /**
     * GDPR Art. 12(3): "That period may be extended by two further months where necessary". The three months run from receipt, not from
     * a first day that a holiday had moved.
     */
    public static Deadline ofExtendedAnswer(LocalDate received) {
        return ofExtendedAnswer(received, List.of(), received);
    }

    public static Deadline ofExtendedAnswer(LocalDate received, List<Suspension> suspensions, LocalDate today) {
        return inMonths(MONTHS_EXTENDED, received, suspensions, today);
    }

    /**
     * GDPR Art. 12(3): the controller shall inform of an extension "within one month of receipt of the request, together with the
     * reasons". Asked of the deadline of the first month; we do not lean on a weekend to tell it later.
     */
    public boolean mayBeExtendedOn(LocalDate toldOn) {
        return !toldOn.isAfter(endsOn);
    }

    /** Below nought once it has passed. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, due);
    }

    /** How much of a hundred of the time since that day is over. */
    public int gone(LocalDate since, LocalDate today) {
        long whole = Math.max(1, ChronoUnit.DAYS.between(since, due));
        return (int) (100 * Math.clamp(ChronoUnit.DAYS.between(since, today), 0L, whole) / whole);
    }

    public boolean isPassedOn(LocalDate today) {
        return today.isAfter(due);
    }

    /**
     * GDPR Art. 14(3): within a reasonable period, at the latest within one month; at the latest at the first communication; at the latest
     * when first disclosed. WP260 rev.01, para. 27: the last two never lengthen the first.
     */
    public static Deadline ofInforming(
            LocalDate obtained, @Nullable LocalDate firstCommunication, @Nullable LocalDate firstDisclosure) {
        var reasons = new ArrayList<Sentence>();
        reasons.add(Sentence.of("legaltime.obtained", obtained));
        var ends = LegalTime.afterMonths(obtained, MONTHS);
        var month = rolled(ends, reasons, Sentence.of("legaltime.informing.month", ends));
        return sooner(sooner(month, firstCommunication, "communication"), firstDisclosure, "disclosure");
    }

    private static Deadline sooner(Deadline month, @Nullable LocalDate event, String what) {
        if (event == null || event.isAfter(month.due)) {
            return month;
        }
        var reasons = new ArrayList<>(month.explanation);
        reasons.add(Sentence.of("legaltime.informing." + what, event));
        return new Deadline(event, event, reasons);
    }

    /**
     * GDPR Art. 33(1). Art. 3(1) of the Regulation would start an hour period with the next full hour, and Art. 3(5) might add working days;
     * we count the strict way, from the moment of awareness, and no weekend helps (Art. 3(4) leaves periods in hours out).
     */
    public static Hour ofBreachNotification(Instant aware, ZoneId place) {
        var due = aware.plus(LegalTime.BREACH_NOTIFICATION).atZone(place);
        return new Hour(
                due,
                List.of(Sentence.of("legaltime.breach", aware.atZone(place), due), Sentence.of("legaltime.hours")));
    }

    private static Deadline inMonths(int months, LocalDate received, List<Suspension> asked, LocalDate today) {
        var reasons = new ArrayList<Sentence>();
        reasons.add(Sentence.of("legaltime.received", received));
        var ends = LegalTime.afterMonths(received, months);
        var sameDate = ends.getDayOfMonth() == received.getDayOfMonth();
        reasons.add(Sentence.of("legaltime.months." + months + (sameDate ? "" : ".lastDay"), ends));
        var suspended = suspended(ends, months, received, asked, today, reasons);
        return rolled(suspended, reasons, null);
    }

    /**
     * EDPB Guidelines 01/2022 let the clock stand until the answer comes, but may be read in two ways: the days of waiting are added, or the
     * period begins anew. The earlier end keeps the law by both.
     */
    private static LocalDate suspended(
            LocalDate ends,
            int months,
            LocalDate received,
            List<Suspension> asked,
            LocalDate today,
            List<Sentence> reasons) {
        asked.stream()
                .filter(one -> !one.stopsTheClockOf(received))
                .forEach(one -> reasons.add(Sentence.of("legaltime.suspension.late", one.askedOn())));
        var periods = apart(asked, received, today);
        if (periods.isEmpty()) {
            return ends;
        }
        long days = periods.stream().mapToLong(one -> one.days(today)).sum();
        var last = periods.getLast().endOn(today);
        var paused = ends.plusDays(days);
        var anew = LegalTime.afterMonths(last, months);
        var earlier = paused.isBefore(anew) ? paused : anew;
        reasons.add(
                Sentence.of("legaltime.suspension", periods.getFirst().askedOn(), last, days, paused, anew, earlier));
        if (asked.stream().anyMatch(one -> one.answeredOn() == null && one.stopsTheClockOf(received))) {
            reasons.add(Sentence.of("legaltime.suspension.open", today));
        }
        return earlier;
    }

    /** The suspensions that count, those that overlap made one, so that no day is added twice. */
    private static List<Suspension> apart(List<Suspension> asked, LocalDate received, LocalDate today) {
        var result = new ArrayList<Suspension>();
        asked.stream()
                .filter(one -> one.stopsTheClockOf(received))
                .sorted(Comparator.comparing(Suspension::askedOn))
                .forEach(one -> {
                    var before = result.isEmpty() ? null : result.getLast();
                    if (before == null || one.askedOn().isAfter(before.endOn(today))) {
                        result.add(Suspension.of(one.askedOn(), one.endOn(today)));
                    } else if (one.endOn(today).isAfter(before.endOn(today))) {
                        result.set(result.size() - 1, Suspension.of(before.askedOn(), one.endOn(today)));
                    }
                });
        return result;
    }

    private static Deadline rolled(LocalDate ends, List<Sentence> reasons, @Nullable Sentence first) {
        if (first != null) {
            reasons.add(first);
        }
        var due = LegalTime.workingDayFrom(ends);
        ends.datesUntil(due).forEach(day -> reasons.add(dayOff(day)));
        if (!due.equals(ends)) {
            reasons.add(Sentence.of("legaltime.rolled", due));
        }
        return new Deadline(due, ends, reasons);
    }

    private static Sentence dayOff(LocalDate day) {
        return FinnishHolidays.find(day)
                .map(name -> Sentence.of("legaltime.day.holiday", day, name))
                .orElseGet(() -> Sentence.of("legaltime.day.weekend", day, day.getDayOfWeek()));
    }

    public List<String> explanationIn(Locale language) {
        return explanation.stream().map(sentence -> sentence.in(language)).toList();
    }
}
