package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StencilTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aF=. \t\r\nåäö🙂€From <>\"",
                "abcdefghijklmnop F.",
                ". \n",
                "abcdefghijklmnopqrstuvwxyz\t \nä",
                "Å"
            })
    void whatever_is_set_into_the_gaps_comes_back_as_if_it_had_been_written_there(String letters) throws Exception {
        var chance = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            var pieces = texts(chance, letters, 1 + chance.nextInt(5));
            var own = texts(chance, letters, pieces.size() - 1);
            var filled = Stencil.of(pieces).with(own);
            var meant = new StringBuilder(pieces.getFirst());
            for (int gap = 0; gap < own.size(); gap++) {
                meant.append(own.get(gap)).append(pieces.get(gap + 1));
            }
            assertThat(filled.text()).isEqualTo(meant.toString());
            assertThat(read(filled)).isEqualTo(inLines(meant.toString()));
        }
    }

    @Test
    void a_name_that_begins_with_a_dot_or_ends_with_a_blank_or_says_From_is_set_in_whole() throws Exception {
        for (var name : List.of(".", "..", "From Åsa", "Åsa ", " ", "\t", "", "=", "=3D", "Ö".repeat(300), ".\n.")) {
            assertThat(read(Stencil.of(List.of("Hei ", "!\n", "\n.")).with(List.of(name, name))))
                    .isEqualTo(inLines("Hei " + name + "!\n" + name + "\n."));
            assertThat(read(Stencil.of(List.of("", "")).with(List.of(name)))).isEqualTo(inLines(name));
        }
    }

    @Test
    void each_gap_gets_a_text() {
        assertThatThrownBy(() -> Stencil.of(List.of("Hei ", "!")).with(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> texts(Random chance, String letters, int many) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            var text = new StringBuilder();
            for (int n = chance.nextInt(chance.nextInt(4) == 0 ? 200 : 8); n > 0; n--) {
                int at = letters.offsetByCodePoints(0, chance.nextInt(letters.codePointCount(0, letters.length())));
                text.appendCodePoint(letters.codePointAt(at));
            }
            // A line's end of two signs stands in one text or in another, never in both.
            texts.add(text.toString().replaceAll("\\r(?!\\n)", ""));
        }
        return texts;
    }

    private static String read(Stencil.Filled filled) throws Exception {
        var out = new ByteArrayOutputStream();
        filled.writeTo(out);
        assertThat(out.toString(StandardCharsets.US_ASCII).split("\r\n"))
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(76)
                        .doesNotStartWith(".")
                        .doesNotStartWith("From ")
                        .doesNotEndWith(" ")
                        .doesNotEndWith("\t"));
        try (var in = MimeUtility.decode(new ByteArrayInputStream(out.toByteArray()), "quoted-printable")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String inLines(String text) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n");
    }
}
