package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import fi.seloste.base.Actor;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@MarketingTest
class BesideTest {

    private static int visits;

    @Autowired
    Readers readers;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    private Visit jenny;

    @BeforeEach
    void a_marketer() throws Exception {
        var email = "translator%d@halytin.example".formatted(visits++);
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", email, "en", "Europe/Helsinki"),
                Role.MARKETER.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        jenny = Visit.of(web, email, "neljä sinistä sipulia");
    }

    @Test
    void two_languages_stand_side_by_side_as_asked_and_what_cannot_be_shown_gives_way() {
        var three = List.of("fi", "en", "sv");
        assertThat(Beside.of(three, "", "").languages()).containsExactly("fi", "en");
        assertThat(Beside.of(three, "sv", "fi").languages()).containsExactly("sv", "fi");
        assertThat(Beside.of(three, "sv", "sv").languages()).containsExactly("sv", "fi");
        assertThat(Beside.of(three, "xx", "fi").languages()).containsExactly("en", "fi");
        assertThat(Beside.of(List.of("sv"), "fi", "en").languages()).containsExactly("sv");
    }

    @Test
    void a_translator_sees_the_original_beside_and_what_is_missing_and_loses_no_third_language() throws Exception {
        var firm = readers.firm("Kielikoski Oy");
        var content = new Content(
                List.of("fi", "en", "sv"),
                Map.of("fi", "Syksy", "en", "Autumn"),
                Map.of("fi", "vastaat", "en", "you decide", "sv", "du beslutar"),
                List.of(new Block(
                        Block.Kind.TEXT,
                        "",
                        Map.of("fi", "Ensin.\n\nSitten.", "en", "First.\n\nThen.\n\nSaid \"so\"."))));
        var id = readers.campaign(firm, content);
        var path = "/marketing/campaigns/" + id + "/content";

        assertThat(jenny.html(path)).contains("Swedish (2 missing)").doesNotContain("Not translated yet");
        var beside = jenny.html(path + "?left=fi&right=sv");
        assertThat(beside).contains("Not translated yet", "Syksy", "du beslutar");
        assertThat(beside).contains("type=\"hidden\" name=\"b0.en\"");

        jenny.sends(
                        path,
                        "version",
                        "1",
                        "act",
                        "show.languages",
                        "left",
                        "fi",
                        "right",
                        "sv",
                        "subject.fi",
                        "Syksy",
                        "subject.en",
                        "Autumn",
                        "subject.sv",
                        "Höst",
                        "why.fi",
                        "vastaat",
                        "why.en",
                        "you decide",
                        "why.sv",
                        "du beslutar",
                        "b0.kind",
                        "text",
                        "b0.fi",
                        "Ensin.\r\n\r\nSitten.",
                        "b0.en",
                        "First.\n\nThen.\n\nSaid \"so\".",
                        "b0.sv",
                        "Först.")
                .andExpect(redirectedUrl(path + "?left=fi&right=sv"));
        var after = readers.marketing.get(id).content();
        assertThat(after.blocks().getFirst().words())
                .containsEntry("en", "First.\n\nThen.\n\nSaid \"so\".")
                .containsEntry("fi", "Ensin.\n\nSitten.")
                .containsEntry("sv", "Först.");
        assertThat(after.missing("sv")).isZero();
    }

    @Test
    void a_preview_as_somebody_is_in_their_own_language_and_can_be_read_in_the_others() throws Exception {
        var firm = readers.firm("Esikatselu Oy");
        var ada = readers.met(firm, "Ada Esi", "ada@esikatselu.example", "en");
        var id = readers.campaign(firm);
        var path = "/marketing/campaigns/" + id + "/preview?person=" + ada;
        assertThat(jenny.html(path)).contains("Autumn news, Ada", "Gets it in this language.");
        assertThat(jenny.html(path + "&language=fi"))
                .contains("Syksyn uutiset, Ada", "Gets it in another language: English.");
        assertThat(jenny.html("/marketing/campaigns/" + id + "/preview")).contains("Syksyn uutiset");
    }
}
