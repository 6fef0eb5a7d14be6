package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Sentence;
import fi.seloste.datamap.DataMap;
import fi.seloste.datamap.Walk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class CopyWordsTest {

    @Autowired
    DataMap map;

    @Autowired
    Walk walk;

    /** A table joins by declaring itself; what it is called in a copy is the one thing that nobody else can know. */
    @Test
    void every_place_and_every_field_of_a_copy_has_words_in_every_language() {
        var tables = map.aboutPeople();

        assertThat(tables).hasSizeGreaterThan(25);
        for (var language : Sentence.LANGUAGES) {
            var words = new CopyWords(language);
            for (var table : tables) {
                assertThatCode(() -> words.place(table.qualified())).doesNotThrowAnyException();
                walk.telling(table)
                        .forEach(column -> assertThatCode(() -> words.field(column.name()))
                                .as(table.qualified() + "." + column.name() + " in " + language)
                                .doesNotThrowAnyException());
            }
        }
    }

    @Test
    void codes_are_said_in_words_and_everything_else_stands_as_it_was_given() {
        var words = new CopyWords(Sentence.LANGUAGES.getFirst());

        assertThat(words.value("phone")).isEqualTo("puhelin");
        assertThat(words.value(List.of("main-user", "decision-maker"))).isEqualTo("pääkäyttäjä, päättäjä");
        assertThat(words.value("no-such-code")).isEqualTo("no-such-code");
        assertThat(words.value("+358 40 000 0101")).isEqualTo("+358 40 000 0101");
    }
}
