package fi.seloste.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.base.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

    @ParameterizedTest
    @CsvSource({
        "sähköposti, email",
        "E-post, email",
        "Email 2, email#2",
        "Email (Work), email work",
        "Puhelin (koti), phone home",
        "yritys, organisation",
        "Företag, organisation",
        "Titteli, job-title",
        "Y-tunnus, business-id",
        "FO-nummer, business-id",
        "Matkapuhelin, phone#2 mobile",
        "Person: Email, email",
        "First_Name, given-name",
        "Syntymäaika, drop:birthday",
        "Henkilötunnus, drop:identity-code",
        "Suoramarkkinointikielto, marketing-ban",
        "Kengännumero, unmapped",
        "Postnummer, postal-code",
        "Email address*, email",
        "Pääkäyttäjä, roles main-user"
    })
    void headers_are_known_by_their_words_in_three_languages(String header, String code) {
        assertThat(HeaderSets.recognise(List.of(header)).mapping().of(header).code())
                .isEqualTo(code);
    }

    @Test
    void a_mapping_survives_being_written_down() {
        var mapping = Read.example("outlook.csv").recognised().mapping().with("User 1", new Target.Custom("Koko"));

        assertThat(Mapping.parse(mapping.serialised())).isEqualTo(mapping);
    }

    @Test
    void a_mapping_is_remembered_for_the_same_headers_in_any_order() {
        var one = List.of("Nimi", "Sähköposti", "Koko");
        var other = List.of("KOKO", "nimi", "Sähköposti");

        assertThat(Mapping.fingerprint(one))
                .isEqualTo(Mapping.fingerprint(other))
                .isNotEqualTo(Mapping.fingerprint(List.of("Nimi")));
        var chosen = HeaderSets.recognise(one).mapping().with(Map.of("Koko", "custom:Koko"));
        assertThat(chosen.inOrderOf(other).of("KOKO")).isEqualTo(new Target.Custom("Koko"));
    }

    @Test
    void a_column_that_is_not_there_and_a_field_that_is_not_there_are_told() {
        var mapping = HeaderSets.recognise(List.of("Nimi")).mapping();

        assertThatThrownBy(() -> mapping.with(Map.of("Koko", "note"))).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> mapping.with(Map.of("Nimi", "shoe-size"))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void every_sentence_is_there_in_three_languages() {
        var english = Read.properties("en");
        for (var language : List.of("fi", "sv")) {
            assertThat(Read.properties(language).stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        }
        for (var field : Field.values()) {
            assertThat(english).containsKey("intake.field." + field.code());
        }
        for (var set : HeaderSet.values()) {
            assertThat(set.title(Read.texts("fi"))).isNotBlank();
        }
        for (var example : List.of("outlook.csv", "hubspot.csv", "mailchimp.csv", "google-contacts.csv")) {
            Read.example(example)
                    .recognised()
                    .mapping()
                    .targets()
                    .values()
                    .forEach(target ->
                            assertThat(target.sentence(Read.texts("sv"))).isNotBlank());
        }
    }
}
