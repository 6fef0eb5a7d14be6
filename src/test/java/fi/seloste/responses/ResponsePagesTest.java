package fi.seloste.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.Readers;
import fi.seloste.marketing.Sending;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@MarketingTest
@Import(Postbox.class)
class ResponsePagesTest {

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Postbox post;

    @Autowired
    Sending sending;

    @Autowired
    Marketing marketing;

    @Autowired
    Staff staff;

    @Autowired
    TurnedClock clock;

    @Autowired
    MockMvc web;

    private static int visits;
    private Visit jenny;

    @BeforeEach
    void a_marketer() throws Exception {
        sink.open();
        jenny = signedIn();
    }

    private Visit signedIn() throws Exception {
        var email = "visitor" + visits++ + ".responses@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", email, "en", "Europe/Helsinki"),
                Role.MARKETER.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }

    @Test
    @Policy("O5")
    void the_page_tells_people_first_and_machines_beside_and_the_report_leads_to_it() throws Exception {
        var firm = readers.firm("Jokivoima Oy");
        post.agreed(firm, "ada.page@jokivoima.example");
        var id = sent(firm);
        var path = "/marketing/campaigns/" + id;
        post.follow(Postbox.click(post.mail("ada.page@jokivoima.example")));
        clock.advance(Duration.ofMinutes(20));
        post.follow(Postbox.click(post.mail("ada.page@jokivoima.example")));
        post.look(Postbox.open(post.mail("ada.page@jokivoima.example")));

        assertThat(jenny.html(path)).contains(path + "/responses", "Opens", "Clicks", "Send again");
        assertThat(jenny.html(path + "/responses"))
                .contains("halytin.example/news", "Readers who agreed", "sooner than anybody reads", "1 + 1")
                .doesNotContain("Ada Agreed");
    }

    @Test
    @Policy("O3")
    void the_lamp_says_what_decides_and_the_timeline_tells_what_was_kept() throws Exception {
        var firm = readers.firm("Rautapyörä Oy");
        var ada = post.agreed(firm, "ada.lamp@rautapyora.example");
        var eino = readers.met(firm, "Eino Rauta", "eino.lamp@rautapyora.example", "fi");
        sent(firm);
        clock.advance(Duration.ofMinutes(20));
        post.follow(Postbox.click(post.mail("ada.lamp@rautapyora.example")));

        assertThat(jenny.html("/people/" + ada + "?as=marketing"))
                .contains("that opens and clicks are kept by name", "followed a link", "https://halytin.example/news");
        assertThat(jenny.html("/people/" + eino + "?as=marketing"))
                .contains("No consent: opens and clicks are counted without a name");
        post.withdraws(ada);
        assertThat(jenny.html("/people/" + ada + "?as=marketing"))
                .contains("No consent: opens and clicks are counted without a name")
                .doesNotContain("https://halytin.example/news");
    }

    @Test
    @Policy({"O8", "O9"})
    void subjects_are_planned_and_a_campaign_goes_again_by_the_pages_alone() throws Exception {
        var firm = readers.firm("Merenkulma Oy");
        post.agreed(firm, "ada.again@merenkulma.example");
        var id = readers.campaign(firm);
        var path = "/marketing/campaigns/" + id;
        assertThat(jenny.html(path)).contains(path + "/trial");
        jenny.sends(path + "/trial", "share", "x", "hours", "4", "version", "0").andExpect(status().isBadRequest());
        jenny.sends(path + "/trial", "share", "30", "hours", "4", "version", "0", "subject-2-fi", "Toinen")
                .andExpect(status().isBadRequest());
        jenny.sends(
                        path + "/trial",
                        "share",
                        "30",
                        "hours",
                        "4",
                        "version",
                        "0",
                        "subject-2-fi",
                        "Toinen",
                        "subject-2-en",
                        "Another")
                .andExpect(status().is3xxRedirection());
        assertThat(jenny.html(path + "/trial")).contains("Toinen", "Another");
        marketing.send(id, Readers.JENNY);
        sending.run();
        assertThat(jenny.html(path + "/trial")).contains("Will be decided");

        clock.advance(Duration.ofDays(4));
        jenny = signedIn();
        assertThat(jenny.html(path + "/repeat")).contains("one of them has not followed a link");
        jenny.sends(path + "/repeat", "subject-fi", "Vielä kerran").andExpect(status().isBadRequest());
        var made = jenny.sends(path + "/repeat", "subject-fi", "Vielä kerran", "subject-en", "Once more")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(jenny.html(String.valueOf(made))).contains("Vielä kerran", "Once more");
    }

    private UUID sent(OrganisationId firm) {
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        sending.run();
        return id;
    }
}
