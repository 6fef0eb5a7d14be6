package fi.seloste.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NextNameTest {

    @Test
    void a_copy_bears_the_next_number() {
        assertThat(NextName.after("Autumn letter")).isEqualTo("Autumn letter (2)");
        assertThat(NextName.after("Autumn letter (9)")).isEqualTo("Autumn letter (10)");
    }

    @Test
    void a_name_that_fills_the_line_still_gets_its_number() {
        assertThat(NextName.after("n".repeat(200)))
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("n (2)");
        for (var number : new String[] {"9", "99", "999", "9999"}) {
            var full = "n".repeat(200 - 3 - number.length()) + " (" + number + ")";
            assertThat(full).hasSize(200);
            assertThat(NextName.after(full))
                    .hasSizeLessThanOrEqualTo(200)
                    .endsWith("n (1" + "0".repeat(number.length()) + ")");
        }
    }

    @Test
    void a_sign_of_two_characters_is_never_cut_in_two() {
        for (int before = 188; before < 193; before++) {
            var next = NextName.after("n".repeat(before) + "🎈".repeat(4));
            assertThat(next.codePoints().noneMatch(sign -> sign >= 0xD800 && sign < 0xE000))
                    .as(next)
                    .isTrue();
        }
    }
}
