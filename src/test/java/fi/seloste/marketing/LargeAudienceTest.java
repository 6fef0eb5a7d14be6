package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.base.Actor;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** An audience of very many, played by two people where one is many already. */
@MarketingTest
@TestPropertySource(properties = "seloste.audience.at-once=1")
class LargeAudienceTest {

    @Autowired
    Readers readers;

    @Autowired
    Targeting targeting;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @Test
    void the_page_says_at_once_how_many_fit_and_then_who_is_left_out() throws Exception {
        var firm = readers.firm("Jokivoima Oy");
        readers.met(firm, "Ada Koskinen", "ada@jokivoima.example", "fi");
        readers.met(firm, "Aino Salo", "", "fi");
        var page = "/marketing/audiences/" + targeting.add("Everybody", readers.at(firm), Readers.JENNY);
        var jenny = marketer();

        assertThat(jenny.html(page))
                .contains("<b>2</b>", "people fit", "hx-get=\"" + page + "/reach\"", "Aino Salo")
                .doesNotContain("get a message</span>");
        assertThat(jenny.html(page + "/reach"))
                .contains("id=\"reach\"", "<b>1</b>", "get a message", "no e-mail address that can be used")
                .doesNotContain("<body");
        assertThat(jenny.html(page + "?judged=true"))
                .as("without scripts")
                .contains("<b>1</b>", "get a message")
                .doesNotContain("hx-get=\"" + page + "/reach\"");
    }

    private Visit marketer() throws Exception {
        var email = "marketer.of.many@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", email, "en", "Europe/Helsinki"),
                Role.MARKETER.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }
}
