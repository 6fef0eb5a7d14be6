package fi.seloste.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DomainNameTest {

    @Test
    void a_domain_is_read_as_people_write_it() {
        assertThat(DomainName.shown("jokivoima.example")).isEqualTo("jokivoima.example");
        assertThat(EmailAddress.parse("ada@sähköyhtiö.example").value())
                .as("as the wire has it")
                .isEqualTo("ada@xn--shkyhti-5wa8ne.example");
        assertThat(DomainName.shownIn("ada@xn--shkyhti-5wa8ne.example")).isEqualTo("ada@sähköyhtiö.example");
        assertThat(DomainName.shownIn(
                        EmailAddress.parse("eva@smörgås.öl.example").value()))
                .isEqualTo("eva@smörgås.öl.example");
        assertThat(DomainName.shownIn(EmailAddress.parse("søren@blåbærgrød.example".replace('ø', 'o'))
                        .value()))
                .startsWith("soren@blåbærgrod");
    }

    @Test
    void letters_that_look_like_others_stay_as_the_wire_has_them() {
        var cyrillic = EmailAddress.parse("ada@аррӏе.example").value();
        assertThat(cyrillic).startsWith("ada@xn--");
        assertThat(DomainName.shownIn(cyrillic)).isEqualTo(cyrillic);
        var dotless = EmailAddress.parse("ada@mıcrosoft.example").value();
        assertThat(DomainName.shownIn(dotless)).isEqualTo(dotless);
    }

    @Test
    void a_letter_with_a_mark_that_is_easily_overlooked_stays_as_the_wire_has_it() {
        for (var alike : List.of("nordẹa", "paypaḷ", "ạpple", "łahti", "đanske", "skaņska", "bąnk")) {
            var wire = EmailAddress.parse("ada@" + alike + ".example").value();
            assertThat(wire).startsWith("ada@xn--");
            assertThat(DomainName.shownIn(wire)).as(alike).isEqualTo(wire);
        }
        for (var own : List.of("žemaitija", "müller", "élan", "þór", "straße", "señor")) {
            var wire = EmailAddress.parse("ada@" + own + ".example").value();
            assertThat(DomainName.shownIn(wire)).isEqualTo("ada@" + own + ".example");
        }
    }

    @Test
    void what_is_no_such_name_is_shown_as_it_is() {
        assertThat(DomainName.shown("xn--.example")).isEqualTo("xn--.example");
        assertThat(DomainName.shown("xn--\u0000.example")).isEqualTo("xn--\u0000.example");
        assertThat(DomainName.shownIn("nothing")).isEqualTo("nothing");
        assertThat(DomainName.shownIn("")).isEmpty();
    }
}
