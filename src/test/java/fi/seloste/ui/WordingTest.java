package fi.seloste.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T06:02:00Z");

    @Test
    void a_time_of_today_is_the_time_and_one_of_last_year_the_date() {
        assertThat(in("en").when(MORNING)).isEqualTo("08:02");
        assertThat(in("en").when(Instant.parse("2026-03-01T06:02:00Z"))).isEqualTo("1 Mar 08:02");
        assertThat(in("fi").when(Instant.parse("2026-03-01T06:02:00Z"))).isEqualTo("1.3. klo 8.02");
        assertThat(in("sv").when(Instant.parse("2025-03-01T06:02:00Z"))).isEqualTo("1.3.2025");
    }

    @Test
    void numbers_are_written_the_finnish_way_in_every_language() {
        assertThat(in("en").money(124000)).isEqualTo("1\u00a0240,00\u00a0€");
        assertThat(in("fi").money(-5)).isEqualTo("−0,05\u00a0€");
        assertThat(in("sv").number(1204)).isEqualTo("1\u00a0204");
        assertThat(in("en").percent(0.496)).isEqualTo("50\u00a0%");
        assertThat(in("en").size(1_840_000)).isEqualTo("1,8\u00a0MB");
    }

    @Test
    void days_that_bind_are_named() {
        assertThat(in("en").day(LocalDate.of(2026, 12, 3))).isEqualTo("Thursday 3 December 2026");
        assertThat(in("fi").day(LocalDate.of(2026, 12, 3))).isEqualTo("torstaina 3.12.2026");
    }

    @Test
    void a_text_takes_dates_and_other_texts_as_they_are_said() {
        assertThat(in("fi").t("ui.problem.field", Said.of("ui.undo"), LocalDate.of(2026, 12, 3)))
                .isEqualTo("Kumoa: 3.12.2026");
    }

    private static Wording in(String language) {
        return new Wording(
                new Texts(true), Locale.of(language), ZoneId.of("Europe/Helsinki"), LocalDate.of(2026, 11, 23));
    }
}
