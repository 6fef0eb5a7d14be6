package fi.seloste.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** In Helsinki clocks go from three to four in the night of 28 March 2027, and from four to three in that of 31 October. */
class TimesTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final Instant LONG_BEFORE = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void a_copy_in_the_night_that_lacks_an_hour_lasts_as_long_as_the_first() {
        var first = new Times(at("2027-03-21T03:30"), at("2027-03-21T04:15"), HELSINKI, at("2027-03-21T04:15"));

        var copy = first.again(LONG_BEFORE);

        assertThat(copy.start().toLocalDateTime()).isEqualTo(LocalDateTime.parse("2027-03-28T04:30"));
        assertThat(Duration.between(copy.starts(), copy.ends())).isEqualTo(Duration.ofMinutes(45));
        assertThat(copy.closesAt()).isNotNull().isBeforeOrEqualTo(copy.ends());
    }

    @Test
    void a_copy_of_what_lasted_over_the_hour_that_comes_twice_lasts_as_long() {
        var first = new Times(at("2027-10-31T03:30"), at("2027-10-31T03:30").plusSeconds(2_700), HELSINKI, null);
        assertThat(first.end().toLocalTime()).isBefore(first.start().toLocalTime());

        var copy = first.again(LONG_BEFORE);

        assertThat(Duration.between(copy.starts(), copy.ends())).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void a_copy_of_the_longest_event_is_not_an_hour_too_long() {
        var first = new Times(at("2027-08-25T09:00"), at("2027-10-26T09:00"), HELSINKI, null);
        assertThat(Duration.between(first.starts(), first.ends())).isEqualTo(Duration.ofDays(62));

        var copy = first.again(LONG_BEFORE);

        assertThat(Duration.between(copy.starts(), copy.ends())).isEqualTo(Duration.ofDays(62));
    }

    @Test
    void a_copy_of_a_meeting_of_several_days_ends_when_clocks_show_the_same() {
        var first = new Times(at("2027-03-20T09:00"), at("2027-03-21T16:00"), HELSINKI, at("2027-03-18T16:00"));

        var copy = first.again(LONG_BEFORE);

        assertThat(copy.end().toLocalDateTime()).isEqualTo(LocalDateTime.parse("2027-03-28T16:00"));
        assertThat(copy.closesAt()).isEqualTo(at("2027-03-25T16:00"));
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(HELSINKI).toInstant();
    }
}
