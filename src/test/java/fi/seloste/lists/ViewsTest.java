package fi.seloste.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.register.SavedView;
import fi.seloste.register.ViewShelf;
import fi.seloste.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** Lists under a name. */
@DatabaseTest
@Import(Readers.class)
class ViewsTest {

    @Autowired
    Readers readers;

    @Autowired
    ViewShelf shelf;

    @Autowired
    MockMvc web;

    private Readers.Reader maria;
    private Readers.Reader sampo;

    @BeforeEach
    void two_who_work_here() throws Exception {
        readers.empty();
        maria = readers.salesperson(web);
        sampo = readers.signedIn(web, "Sampo Niemi", Role.SALESPERSON.permissions());
        readers.person("Ada Koskinen", "ada.koskinen@jokivoima.example");
    }

    @Test
    void a_view_is_the_address_of_a_list_under_a_name() throws Exception {
        assertThat(maria.reads("/people?search=ada")).contains("Save as a view");
        saves(maria, "Adas", "search=ada&after=abc", "false");

        assertThat(maria.reads("/people")).contains("href=\"/people?search=ada\"", ">Adas");
        assertThat(maria.reads("/people?search=ada")).doesNotContain("Save as a view");
        assertThat(sampo.reads("/people")).doesNotContain("Adas");
        assertThat(maria.reads("/organisations")).doesNotContain("Adas");
    }

    @Test
    void a_shared_view_is_seen_by_all_and_changed_by_its_maker_only() throws Exception {
        var view = saves(maria, "Adas", "search=ada", "true");
        assertThat(sampo.reads("/people")).contains(">Adas");

        sampo.sends("/people/views/" + view.id(), "name", "Mine now").andExpect(status().isNotFound());
        sampo.sends("/people/views/" + view.id() + "/removal").andExpect(status().isNotFound());
        assertThat(sampo.reads("/people")).contains(">Adas");

        maria.sends("/people/views/" + view.id(), "name", "Adas of Jokivoima").andExpect(status().isSeeOther());
        assertThat(maria.reads("/people/views")).contains("Adas of Jokivoima");
        assertThat(sampo.reads("/people")).as("not shared any more").doesNotContain("Adas");
        maria.sends("/people/views/" + view.id() + "/removal").andExpect(status().isSeeOther());
        assertThat(maria.reads("/people")).doesNotContain("Adas");
    }

    @Test
    void the_list_opens_with_the_view_that_one_chose_until_one_chooses_all() throws Exception {
        var view = saves(maria, "Adas", "search=ada", "true");
        sampo.sends("/people/views/" + view.id() + "/opening").andExpect(status().isSeeOther());

        assertThat(sampo.leads("/people")).isEqualTo("/people?search=ada");
        assertThat(sampo.reads("/people?sort=name")).contains("All people");
        maria.opens("/people").andExpect(status().isOk());

        sampo.sends("/people/views/opening").andExpect(status().isSeeOther());
        sampo.opens("/people").andExpect(status().isOk());
    }

    @Test
    void nobody_opens_with_a_view_that_was_taken_back() throws Exception {
        var view = saves(maria, "Adas", "search=ada", "true");
        sampo.sends("/people/views/" + view.id() + "/opening").andExpect(status().isSeeOther());
        maria.sends("/people/views/" + view.id(), "name", "Adas").andExpect(status().isSeeOther());

        sampo.opens("/people").andExpect(status().isOk());
        sampo.sends("/people/views/" + view.id() + "/opening").andExpect(status().isNotFound());
    }

    @Test
    void a_view_in_a_purpose_that_somebody_lacks_is_not_offered() throws Exception {
        saves(maria, "Letters", "as=marketing", "true");

        assertThat(maria.reads("/people")).contains("Letters");
        assertThat(sampo.reads("/people")).doesNotContain("Letters");
    }

    @Test
    void a_view_without_a_name_is_asked_for_one() throws Exception {
        maria.sends("/people/views", "list", "search=ada", "name", " ")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Give the view a name.")));
        maria.sends("/people/views", "list", "search=ada", "name", "n".repeat(61))
                .andExpect(status().isBadRequest());
        assertThat(readers.count("register.saved_view", "true")).isZero();
    }

    @Test
    void a_view_keeps_only_words_that_a_list_knows() throws Exception {
        saves(maria, "Odd", "search=ada&evil=%3Cscript%3E&sort=-name&%zz=1", "false");

        assertThat(shelf.of("person", maria.account()).getFirst().query()).isEqualTo("search=ada&sort=-name");
    }

    private SavedView saves(Readers.Reader reader, String name, String list, String shared) throws Exception {
        reader.sends("/people/views", "list", list, "name", name, "shared", shared)
                .andExpect(status().isSeeOther());
        return shelf.of("person", reader.account()).stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
