package fi.seloste.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.base.PersonId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** Marketing never sees whoever banned it: not in a list, a count, a file, the search box, or by naming them. */
@DatabaseTest
@Import(Readers.class)
class HiddenFromMarketingTest {

    @Autowired
    Readers readers;

    @Autowired
    MockMvc web;

    private Readers.Reader maria;
    private Readers.Reader otto;
    private PersonId nea;

    @BeforeEach
    void a_register_with_somebody_who_said_no() throws Exception {
        readers.empty();
        maria = readers.salesperson(web);
        otto = readers.marketer(web);
        readers.person("Ada Kallio", "ada.kallio@jokivoima.example");
        nea = readers.banned("Nea Kallio", "nea.kallio@jokivoima.example");
        readers.restricted("Chen Kallio", "chen.kallio@jokivoima.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/people",
                "/people?search=kallio",
                "/people?sort=changed",
                "/people?sort=organisation",
                "/people?banned=true",
                "/people?email=nea.kallio@jokivoima.example",
                "/palette?q=kallio",
                "/palette?q=ban%20ada",
                "/search?q=kallio",
                "/search?q=nea.kallio@jokivoima.example"
            })
    void nowhere_on_a_page(String page) throws Exception {
        var everything = page.contains("banned") || page.contains("nea.kallio") ? "Nea Kallio" : "Ada Kallio";
        assertThat(maria.reads(page)).contains(everything);

        assertThat(otto.reads(page)).doesNotContain(">Nea Kallio", "Chen Kallio");
        assertThat(maria.reads(page + (page.contains("?") ? "&" : "?") + "as=marketing"))
                .doesNotContain(">Nea Kallio", "Chen Kallio");
    }

    @Test
    void not_in_a_count() throws Exception {
        assertThat(maria.reads("/people?search=kallio&as=claims")).contains("3 people", "Chen Kallio");
        assertThat(maria.reads("/people?search=kallio")).contains("2 people", "Nea Kallio");
        assertThat(otto.reads("/people?search=kallio")).contains("1 person");
        assertThat(otto.reads("/people/chosen?act=ban&search=kallio")).contains("Ban marketing to 1 person");
    }

    @Test
    void not_in_a_file() throws Exception {
        var all = maria.opens("/people/export?as=marketing&search=kallio")
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(all).contains("Ada Kallio").doesNotContain("Nea Kallio", "nea.kallio");

        var named = maria.sends("/people/export", "as", "marketing", "id", nea.toString())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(named.lines()).hasSize(1);
        assertThat(readers.count(
                        "evidence.consultation", "purpose = 'marketing' and '%s' = any(subjects)".formatted(nea)))
                .isZero();
    }

    @Test
    void not_by_naming_them_for_an_act() throws Exception {
        otto.sends("/people/chosen", "act", "ban", "id", nea.toString()).andExpect(status().isBadRequest());
        assertThat(otto.sends("/people/ban", "id", nea.toString(), "reason", "to see what happens")
                        .andExpect(status().isSeeOther())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("Nea");
        assertThat(readers.count("evidence.entry", "act = 'marketing-ban' and subject_id = '%s'".formatted(nea)))
                .as("the ban of before and no other")
                .isEqualTo(1);
    }
}
