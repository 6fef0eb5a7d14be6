package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.base.Problem;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk's form and the public one obey the rules of the API. */
class ReceiveFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"-9999-01-01", "+99999-01-01", "0000-01-01", "2026-02-30", "1.3.2026", "soon"})
    void a_day_that_is_none_is_refused_at_the_desk_too(String day) {
        assertThatThrownBy(received(day, "words")::received)
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.field()).isEqualTo("receivedOn"));
    }

    @Test
    void a_request_may_have_come_in_any_past_year() {
        assertThat(received("1999-12-31", "").received().on()).isEqualTo(LocalDate.of(1999, 12, 31));
        assertThat(received("", "").received().on()).isNull();
    }

    @Test
    void words_longer_than_anybody_reads_are_refused_at_the_desk_and_by_the_public_form() {
        var longest = "a".repeat(20_000);
        assertThat(received("", longest).received().words()).isEqualTo(longest);
        assertThatThrownBy(received("", longest + "a")::received).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new Asking.Ask(Right.ACCESS, "ada@kivi.example", null, longest + "a", "fi"))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.field()).isEqualTo("words"));
        assertThatThrownBy(() -> new Asking.Ask(Right.ACCESS, "ada@kivi.example", "a".repeat(201), null, "fi"))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.field()).isEqualTo("name"));
    }

    private static ReceiveForm received(String day, String words) {
        return new ReceiveForm("access", "ada@kivi.example", "Ada Kivi", words, day, "fi");
    }
}
