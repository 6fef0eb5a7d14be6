package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.base.PersonId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CutTest {

    private static final PersonId PERSON = new PersonId(UUID.fromString("01999999-0000-7000-8000-00000000abcd"));

    @Test
    void each_field_is_filled_with_what_its_reader_is_called_or_with_what_stands_for_it() {
        assertThat(filled(
                        "{{firstName|you}} {{lastName}}{{jobTitle|}}, {{organisation|at home}}.", reader("Åsa", null)))
                .isEqualTo("Åsa , at home.");
        assertThat(filled("{{firstName|you}}!", reader(null, null))).isEqualTo("you!");
        assertThat(filled("{{firstName}} $1 \\ {{ lastName }}", reader("$2", "\\")))
                .isEqualTo("$2 $1 \\ \\");
    }

    @Test
    void braces_that_no_field_explains_stay_and_a_name_with_braces_is_only_a_name() {
        assertThat(filled("{{nothing}} {{firstName {{firstName}} }}", reader("{{lastName}}", "B")))
                .isEqualTo("{{nothing}} {{firstName {{lastName}} }}");
    }

    @Test
    void a_text_is_cut_further_and_what_was_found_before_is_not_searched_again() {
        var cut = MergeField.cut(Cut.of("a {{firstName|x1}} b1"), value -> value)
                .at(Pattern.compile("[a-z]1"), found -> Cut.Slot.always("<" + found.group() + ">"));
        assertThat(cut.pieces()).containsExactly("a ", " ", "");
        assertThat(cut.filled(who(reader(null, null)))).isEqualTo("a x1 <b1>");
        assertThat(cut.own(who(reader("c1", null)))).isEqualTo(List.of("c1", "<b1>"));
    }

    private static String filled(String words, Reader reader) {
        return MergeField.cut(Cut.of(words), value -> value).filled(who(reader));
    }

    private static Cut.Addressee who(Reader reader) {
        return new Cut.Addressee(reader, PERSON, "https://register.halytin.example/u/out", null);
    }

    private static Reader reader(String first, String last) {
        return new Reader(null, first, last, null, null);
    }
}
