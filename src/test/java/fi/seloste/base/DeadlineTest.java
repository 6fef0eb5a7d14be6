package fi.seloste.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @ParameterizedTest
    @CsvSource({
        "2024-03-05, 2024-04-05, 2024-04-05, 2024-06-05, 2024-06-05",
        "2025-03-05, 2025-04-05, 2025-04-07, 2025-06-05, 2025-06-05",
        "2025-08-31, 2025-09-30, 2025-09-30, 2025-11-30, 2025-12-01",
        "2026-01-31, 2026-02-28, 2026-03-02, 2026-04-30, 2026-04-30",
        "2026-03-05, 2026-04-05, 2026-04-07, 2026-06-05, 2026-06-05",
        "2026-04-14, 2026-05-14, 2026-05-15, 2026-07-14, 2026-07-14",
        "2026-08-31, 2026-09-30, 2026-09-30, 2026-11-30, 2026-11-30",
        "2026-10-01, 2026-11-01, 2026-11-02, 2027-01-01, 2027-01-04",
        "2026-12-06, 2027-01-06, 2027-01-07, 2027-03-06, 2027-03-08",
        "2028-01-31, 2028-02-29, 2028-02-29, 2028-04-30, 2028-05-02",
        "2027-03-05, 2027-04-05, 2027-04-05, 2027-06-05, 2027-06-07",
    })
    void a_request_is_due_one_month_after_receipt_and_when_extended_three(
            LocalDate received, LocalDate ends, LocalDate due, LocalDate extendedEnds, LocalDate extended) {
        assertThat(Deadline.ofAnswer(received).endsOn()).isEqualTo(ends);
        assertThat(Deadline.ofAnswer(received).due()).isEqualTo(due);
        assertThat(Deadline.ofExtendedAnswer(received).endsOn()).isEqualTo(extendedEnds);
        assertThat(Deadline.ofExtendedAnswer(received).due()).isEqualTo(extended);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-05, 2021-04-05", // EDPB Guidelines 01/2022: 5 March to 5 April
        "2022-08-31, 2022-09-30", // EDPB Guidelines 01/2022: 31 August to 30 September
        "2025-09-03, 2025-10-03", // ICO: 3 September to 3 October
        "2025-03-31, 2025-04-30", // ICO: 31 March to 30 April
        "2023-01-31, 2023-02-28", // ICO: 31 January to 28 February
        "2024-01-31, 2024-02-29", // ICO: … or 29 February
        "2023-01-30, 2023-02-28", // ICO: 30 January to 28 February
        "2025-04-01, 2025-05-01", // ICO: 1 April to 1 May
    })
    void the_published_examples_of_the_authorities_come_out(LocalDate received, LocalDate ends) {
        assertThat(Deadline.ofAnswer(received).endsOn()).isEqualTo(ends);
    }

    @Test
    void months_end_as_the_court_counted_them_in_misset() {
        // Case 152/85: 18 February 1985 and three months is 18 May 1985; the ten days for distance are another rule
        assertThat(LegalTime.afterMonths(LocalDate.of(1985, 2, 18), 3)).isEqualTo(LocalDate.of(1985, 5, 18));
    }

    @ParameterizedTest
    @CsvSource({
        "1998-03-12, 1998-04-02",
        "1998-03-13, 1998-04-03",
        "1998-03-16, 1998-04-06",
        "1998-01-27, 1998-02-17",
        "1998-01-28, 1998-02-18"
    })
    void weeks_end_on_the_weekday_of_the_event_as_in_toeters(LocalDate event, LocalDate ends) {
        assertThat(event.plusWeeks(3)).isEqualTo(ends).matches(day -> day.getDayOfWeek() == event.getDayOfWeek());
    }

    @Test
    void eves_are_working_days_so_the_earlier_date_holds() {
        assertThat(Deadline.ofAnswer(LocalDate.of(2026, 5, 19)).due()).isEqualTo(LocalDate.of(2026, 6, 19));
        assertThat(Deadline.ofAnswer(LocalDate.of(2026, 11, 24)).due()).isEqualTo(LocalDate.of(2026, 12, 24));
    }

    @Test
    void a_first_of_may_on_a_working_day_moves_the_end() {
        assertThat(Deadline.ofAnswer(LocalDate.of(2025, 4, 1)).due()).isEqualTo(LocalDate.of(2025, 5, 2));
    }

    @Test
    void waiting_for_identity_stops_the_clock_and_the_earlier_reading_holds() {
        var suspension = Suspension.of(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 10));
        var deadline = Deadline.ofAnswer(LocalDate.of(2026, 3, 2), List.of(suspension), LocalDate.of(2026, 3, 20));
        assertThat(deadline.due()).isEqualTo(LocalDate.of(2026, 4, 9));
        assertThat(deadline.explanationIn(Locale.ENGLISH))
                .anySatisfy(sentence -> assertThat(sentence).contains("9 April 2026", "10 April 2026", "7 days"));
    }

    @Test
    void a_question_asked_late_without_cause_does_not_stop_the_clock() {
        var received = LocalDate.of(2026, 3, 2);
        var late = Suspension.of(LocalDate.of(2026, 3, 23), LocalDate.of(2026, 3, 30));
        assertThat(Deadline.ofAnswer(received, List.of(late), received).due()).isEqualTo(LocalDate.of(2026, 4, 2));
        assertThat(Deadline.ofAnswer(received, List.of(late.forCause()), received)
                        .due())
                .isEqualTo(LocalDate.of(2026, 4, 9));
    }

    @Test
    void an_open_question_keeps_the_clock_standing_and_two_at_once_count_once() {
        var received = LocalDate.of(2026, 3, 2);
        var open = List.of(Suspension.open(LocalDate.of(2026, 3, 3)), Suspension.open(LocalDate.of(2026, 3, 4)));
        assertThat(Deadline.ofAnswer(received, open, LocalDate.of(2026, 3, 10)).due())
                .isEqualTo(LocalDate.of(2026, 4, 9));
    }

    @Test
    void an_extension_is_told_within_the_first_month_or_not_at_all() {
        var first = Deadline.ofAnswer(LocalDate.of(2026, 3, 5));
        assertThat(first.mayBeExtendedOn(LocalDate.of(2026, 4, 5))).isTrue();
        assertThat(first.mayBeExtendedOn(LocalDate.of(2026, 4, 6))).isFalse();
    }

    @Test
    void the_day_of_receipt_is_that_of_the_controllers_place() {
        var before = LocalDateTime.parse("2026-08-31T23:59").atZone(HELSINKI).toInstant();
        var after = LocalDateTime.parse("2026-09-01T00:01").atZone(HELSINKI).toInstant();
        assertThat(Deadline.ofAnswer(LegalTime.dayOf(before, HELSINKI)).due()).isEqualTo("2026-09-30");
        assertThat(Deadline.ofAnswer(LegalTime.dayOf(after, HELSINKI)).due()).isEqualTo("2026-10-01");
        assertThat(LegalTime.dayOf(Instant.parse("2026-08-31T21:01:00Z"), HELSINKI))
                .isEqualTo("2026-09-01");
    }

    @Test
    void seventy_two_hours_run_through_weekends_and_independence_day() {
        var aware = LocalDateTime.parse("2026-12-04T16:20").atZone(HELSINKI);
        var deadline = Deadline.ofBreachNotification(aware.toInstant(), HELSINKI);
        assertThat(deadline.due().toLocalDateTime()).isEqualTo("2026-12-07T16:20");
    }

    @Test
    void whoever_was_found_in_public_sources_is_told_within_a_month_or_in_the_first_message() {
        var found = LocalDate.of(2026, 8, 31);
        assertThat(Deadline.ofInforming(found, LocalDate.of(2026, 9, 10), null).due())
                .isEqualTo("2026-09-10");
        assertThat(Deadline.ofInforming(found, null, LocalDate.of(2026, 9, 12)).due())
                .isEqualTo("2026-09-12");
        assertThat(Deadline.ofInforming(found, LocalDate.of(2026, 12, 1), null).due())
                .isEqualTo("2026-09-30");
        assertThat(Deadline.ofInforming(found, null, null).due()).isEqualTo("2026-09-30");
    }

    @Test
    void the_explanation_names_each_holiday_and_article_in_three_languages() {
        var deadline = Deadline.ofAnswer(LocalDate.of(2026, 3, 5));
        assertThat(String.join(" ", deadline.explanationIn(Locale.ENGLISH)))
                .contains("5 March 2026", "Easter Sunday", "Easter Monday", "7 April 2026", "Art. 12(3)", "Art. 3(4)");
        assertThat(String.join(" ", deadline.explanationIn(Locale.of("fi"))))
                .contains("5.3.2026", "pääsiäispäivä", "toinen pääsiäispäivä", "7.4.2026", "12 artiklan 3 kohta");
        assertThat(String.join(" ", deadline.explanationIn(Locale.of("sv"))))
                .contains("5.3.2026", "påskdagen", "annandag påsk", "7.4.2026", "artikel 12.3");
        assertThat(String.join(" ", Deadline.ofAnswer(LocalDate.of(2025, 3, 5)).explanationIn(Locale.of("fi"))))
                .contains("5.4.2025 on lauantai", "6.4.2025 on sunnuntai");
    }

    @Test
    void every_due_day_of_sixty_years_is_a_working_day_not_too_early_and_not_too_late() {
        LocalDate.of(2018, 5, 25).datesUntil(LocalDate.of(2078, 1, 1)).forEach(received -> {
            var due = Deadline.ofAnswer(received).due();
            assertThat(LegalTime.isWorkingDay(due)).as("due %s", due).isTrue();
            assertThat(due)
                    .isAfterOrEqualTo(received.plusDays(28))
                    .isBeforeOrEqualTo(received.plusMonths(1).plusDays(4));
            var extended = Deadline.ofExtendedAnswer(received).due();
            assertThat(LegalTime.isWorkingDay(extended)).isTrue();
            assertThat(extended)
                    .isAfterOrEqualTo(received.plusMonths(3))
                    .isBeforeOrEqualTo(received.plusMonths(3).plusDays(4));
        });
    }

    @Test
    void a_later_receipt_is_never_due_earlier() {
        LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2034, 1, 1))
                .forEach(received -> assertThat(
                                Deadline.ofAnswer(received.plusDays(1)).due())
                        .isAfterOrEqualTo(Deadline.ofAnswer(received).due()));
    }

    @ParameterizedTest
    @CsvSource({
        "2025, 2025-04-20, 2025-05-29",
        "2026, 2026-04-05, 2026-05-14",
        "2027, 2027-03-28, 2027-05-06",
        "2028, 2028-04-16, 2028-05-25",
        "1954, 1954-04-18, 1954-05-27",
        "2038, 2038-04-25, 2038-06-03"
    })
    void easter_and_ascension_fall_where_the_calendar_has_them(int year, LocalDate easter, LocalDate ascension) {
        assertThat(FinnishHolidays.easterSunday(year)).isEqualTo(easter);
        assertThat(FinnishHolidays.isHoliday(ascension)).isTrue();
    }

    @Test
    void finland_has_thirteen_holidays_a_year_and_the_moving_saturdays_are_saturdays() {
        for (int year = 2020; year < 2060; year++) {
            var holidays = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(FinnishHolidays::isHoliday)
                    .toList();
            // Ascension Day may fall on May Day itself (2008, 2160): not in these years
            assertThat(holidays).as("%s", year).hasSize(13);
            assertThat(holidays)
                    .filteredOn(day -> day.getMonthValue() == 6 && day.getDayOfMonth() >= 20)
                    .allMatch(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY);
        }
    }
}
