package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void an_address_is_found_as_people_write_its_domain_and_as_the_wire_does() {
        assertThat(SearchWords.ofPerson(PersonName.of("Åke Öst"), List.of("ake@xn--shkyhti-5wa8ne.example"), List.of()))
                .contains("ake@xn--shkyhti-5wa8ne.example")
                .contains("ake@" + SearchWords.of("sähköyhtiö.example").getFirst());
        assertThat(SearchWords.ofOrganisation("Yhtiö Oy", List.of("xn--shkyhti-5wa8ne.example", "1234567-1")))
                .contains("xn--shkyhti-5wa8ne.example", "sahkoyhtio.example", "1234567-1");
        assertThat(SearchWords.ofOrganisation("Yhtiö Oy", List.of("info@xn--shkyhti-5wa8ne.example")))
                .as("an organisation's own address")
                .contains("info@xn--shkyhti-5wa8ne.example", "info@sahkoyhtio.example");
    }

    @Test
    void an_address_that_is_written_one_way_only_stands_there_once() {
        assertThat(SearchWords.ofPerson(PersonName.of("Ada"), List.of("ada@jokivoima.example"), List.of()))
                .containsOnlyOnce("ada@jokivoima.example");
    }
}
