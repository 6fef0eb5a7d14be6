package fi.seloste.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.base.Actor;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.Readers;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A flow by the pages alone, as somebody draws it who has no script. */
@MarketingTest
@Import(Paths.class)
class FlowPagesTest {

    private static int visits;
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @Autowired
    Paths paths;

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    private Visit jenny;

    @BeforeEach
    void a_marketer() throws Exception {
        sink.open();
        paths.clock.reset();
        jenny = visit(Role.MARKETER);
    }

    @Test
    void from_a_name_to_people_who_went_through_it() throws Exception {
        var ada = readers.met(readers.firm("Sivu Oy"), "Ada Sivu", "ada@sivu.example", "en");
        readers.ban(readers.met(readers.firm("Sivu Oy"), "Boris Sivu", "boris@sivu.example", "en"));
        assertThat(jenny.html("/marketing/flows/new")).contains("Begins when", "somebody is added by hand");
        var flow = made(jenny.sends(
                "/marketing/flows",
                "name",
                "After the fair",
                "trigger",
                "hand",
                "ground",
                "role-marketing",
                "senderName",
                "Jenny",
                "languages",
                "en"));
        assertThat(jenny.html(flow)).contains("After the fair", "It has no steps", "Add a step");

        var mail = made(adds(flow, "mail", 0));
        assertThat(jenny.html(mail)).contains("Write", "After the fair, mail 1");
        var content = made(jenny.sends(mail + "/words"));
        jenny.sends(
                content,
                "version",
                "1",
                "act",
                "save",
                "subject.en",
                "Good to meet you, {{firstName|you}}",
                "why.en",
                "you look after preparedness",
                "b0.kind",
                "heading",
                "b0.en",
                "Hello",
                "b1.kind",
                "text",
                "b1.en",
                "Thank you.");
        var letter = content.replace("/content", "");
        assertThat(jenny.html(letter)).contains("leaves to each person", flow).doesNotContain(letter + "/sending");

        var wait = made(adds(flow, "wait", 0));
        jenny.sends(wait, "version", version(flow), "days", "2", "hours", "0");
        adds(flow, "stop", 2);
        assertThat(jenny.html(flow)).contains("Wait 2 days", "Leaves the flow", "Nothing is in its way");
        jenny.sends(wait + "/down", "version", version(flow));
        assertThat(jenny.html(flow).indexOf("Good to meet you"))
                .isLessThan(jenny.html(flow).indexOf("Wait 2 days"));
        jenny.sends(wait + "/up", "version", version(flow));

        jenny.sends(flow + "/start");
        assertThat(jenny.html(flow)).contains("It is running").doesNotContain("Add a step");
        assertThat(jenny.html(flow + "?q=Sivu")).contains("Ada Sivu").doesNotContain("Boris");
        jenny.sends(flow + "/people/" + ada);
        paths.go();
        assertThat(jenny.html(flow)).contains("1 here");
        assertThat(jenny.html(flow + "/people")).contains("Ada Sivu", "Wait 2 days");
        paths.clock.advance(Duration.ofDays(2));
        paths.go();
        jenny = visit(Role.MARKETER);

        assertThat(sink.readers()).containsExactly("ada@sivu.example");
        assertThat(jenny.html(flow)).contains("came to a stop", "<b>1</b> sent");
        assertThat(jenny.html(flow + "/people?left=true")).contains("Ada Sivu", "came to a stop");
        assertThat(jenny.html("/people/" + ada + "?as=marketing"))
                .contains("After the fair", "entered a flow of mails", "went through a flow of mails");
        assertThat(jenny.html("/marketing")).doesNotContain("After the fair, mail 1");
        assertThat(jenny.html("/marketing/flows")).contains("After the fair", "running");

        jenny.sends(flow + "/drawing");
        assertThat(jenny.html(flow + "?drawing=true")).contains("Put the draft into force", "Add a step");
        jenny.sends(flow + "/drawing/removal");
        jenny.sends(flow + "/end");
        assertThat(jenny.html(flow)).contains("It has ended").doesNotContain("End the flow");
    }

    @Test
    void somebody_is_let_in_from_their_own_page() throws Exception {
        var firm = readers.firm("Kortti Oy");
        var ada = readers.met(firm, "Ada Kortti", "ada@kortti.example", "en");
        var boris = readers.met(firm, "Boris Kortti", "boris@kortti.example", "en");
        var flow = paths.running(paths.wait(1));
        var draft = paths.drawn(paths.plan(), paths.wait(1));
        var choice = "/marketing/flows/people/" + ada;
        assertThat(jenny.html("/people/" + ada + "?as=marketing")).contains("Add to a flow", choice);
        assertThat(jenny.html(choice))
                .contains("Add Ada Kortti to a flow", flow.toString())
                .doesNotContain(draft.toString());

        jenny.sends(choice).andExpect(status().isBadRequest());
        assertThat(made(jenny.sends(choice, "flow", flow.toString()))).isEqualTo("/people/" + ada);
        assertThat(paths.within(flow)).isOne();
        assertThat(jenny.html(choice)).contains("On the way already in").doesNotContain(flow.toString());
        jenny.sends(choice, "flow", flow.toString());
        assertThat(paths.within(flow)).as("once").isOne();
        jenny.sends(choice, "flow", draft.toString()).andExpect(status().isConflict());

        readers.ban(boris);
        jenny.opens("/marketing/flows/people/" + boris).andExpect(status().isNotFound());
        var agent = visit(Role.SUPPORT_AGENT);
        assertThat(agent.html("/people/" + ada + "?as=support")).doesNotContain("Add to a flow");
        agent.opens(choice).andExpect(status().isForbidden());
    }

    @Test
    void what_makes_no_sense_is_told_at_its_field_and_changes_nothing() throws Exception {
        jenny.sends("/marketing/flows", "name", " ", "trigger", "hand", "ground", "role-marketing", "languages", "en")
                .andExpect(status().isBadRequest());
        jenny.sends(
                        "/marketing/flows",
                        "name",
                        "X",
                        "trigger",
                        "nonsense",
                        "ground",
                        "role-marketing",
                        "languages",
                        "en")
                .andExpect(status().isBadRequest());
        jenny.sends("/marketing/flows", "name", "X", "trigger", "hand", "ground", "made-up", "languages", "en")
                .andExpect(status().isBadRequest());
        jenny.sends("/marketing/flows", "name", "X", "trigger", "hand", "ground", "role-marketing")
                .andExpect(status().isBadRequest());
        var flow = made(jenny.sends(
                "/marketing/flows",
                "name",
                "Senseless",
                "trigger",
                "hand",
                "ground",
                "role-marketing",
                "senderName",
                "Jenny",
                "languages",
                "en"));
        var wait = made(adds(flow, "wait", 0));
        jenny.sends(wait, "version", version(flow), "days", "-3", "hours", "0").andExpect(status().isBadRequest());
        jenny.sends(wait, "version", version(flow), "days", "3", "hours", "99").andExpect(status().isBadRequest());
        var condition = made(adds(flow, "condition", 1));
        jenny.sends(condition, "version", version(flow), "asked", "").andExpect(status().isBadRequest());
        var task = made(adds(flow, "task", 1));
        jenny.sends(task, "version", version(flow), "text", "Call", "days", "999")
                .andExpect(status().isBadRequest());
        assertThat(jenny.html(flow)).contains("A condition that asks nothing yet", "A task that says nothing yet");
        jenny.sends(flow + "/steps", "version", version(flow), "kind", "nonsense")
                .andExpect(status().isBadRequest());
        jenny.sends(flow + "/start").andExpect(status().isConflict());
        jenny.sends(wait + "/removal", "version", "1").andExpect(status().isConflict());
        jenny.opens("/marketing/flows/01999999-0000-7000-8000-000000000001").andExpect(status().isNotFound());
    }

    @Test
    void who_may_only_look_draws_nothing_and_who_has_nothing_to_do_with_marketing_sees_nothing() throws Exception {
        var flow = "/marketing/flows/" + paths.running(paths.wait(1));
        visit(Role.SUPPORT_AGENT).opens(flow).andExpect(status().isForbidden());
        visit(Role.SUPPORT_AGENT).sends(flow + "/end").andExpect(status().isForbidden());
    }

    private ResultActions adds(String flow, String kind, int index) throws Exception {
        return jenny.sends(flow + "/steps", "version", version(flow), "kind", kind, "index", String.valueOf(index));
    }

    private String version(String flow) throws Exception {
        var found = VERSION.matcher(jenny.html(flow + "?drawing=true"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String made(ResultActions answer) {
        var url = answer.andReturn().getResponse().getRedirectedUrl();
        assertThat(url).isNotNull();
        return url;
    }

    private Visit visit(Role role) throws Exception {
        var email = "visitor" + visits++ + ".flows@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", email, "en", "Europe/Helsinki"),
                role.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }
}
