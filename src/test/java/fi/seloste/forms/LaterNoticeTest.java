package fi.seloste.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.publishing.Drafting;
import fi.seloste.publishing.Publishing;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** An open form asks only what the notice in force lets it ask, whatever the notice said when it was published. */
@DatabaseTest
@Import({Visitors.class, DestinationTest.Club.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LaterNoticeTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Drafting drafting;

    @Autowired
    Publishing publishing;

    @Autowired
    Staff staff;

    @Autowired
    DestinationTest.Club club;

    @Autowired
    MockMvc web;

    @Test
    @Order(1)
    @Policy("F1")
    void what_a_later_notice_gets_from_no_form_is_asked_no_more() throws Exception {
        var form = visitors.contact();
        var open = visitors.page(form);
        assertThat(open).contains("name=\"message\"", "name=\"phone\"");

        fromNoForm("subscriptions-events", "registration", "email", "meeting");

        assertThat(visitors.forms.obstacles(form.id()))
                .extracting(Obstacle::field)
                .containsExactly("message");
        assertThat(visitors.page(form)).contains("name=\"phone\"").doesNotContain("name=\"message\"");
        assertThat(overview(form)).contains("Visitors see the form without what may not be asked");
        visitors.sends(
                        form,
                        open,
                        Duration.ofSeconds(30),
                        "name",
                        "Ada Later",
                        "email",
                        "ada.later@jokivoima.example",
                        "message",
                        "Not to be kept")
                .andExpect(status().isBadRequest());
        visitors.worked(form, "name", "Ada Later", "email", "ada.later@jokivoima.example");
        visitors.work();
        assertThat(visitors.peopleAt("ada.later@jokivoima.example")).hasSize(1);
        assertThat(visitors.count("select count(*) from forms.answer where value = 'Not to be kept'"))
                .isZero();
    }

    @Test
    @Order(2)
    void of_a_form_that_has_lost_a_field_a_program_is_told_which_name_is_wrong() throws Exception {
        fromNoForm("subscriptions-events", "registration", "own-form", "email", "meeting");
        var open = visitors.forms.get(visitors.draft(
                visitors.plan(Kinds.CONTACT, visitors.salla()), visitors.content("name", "email", "message")));
        visitors.forms.publish(open.id(), Visitors.JENNY);
        fromNoForm("subscriptions-events", "registration", "email", "meeting");

        assertThat(sent(open, "\"emial\": \"ada@jokivoima.example\""))
                .contains("“emial”")
                .doesNotContain("was changed while");
        assertThat(sent(open, "\"message\": \"Not asked\""))
                .contains("was changed while", "\"message\":\"", "“message”");
        assertThat(sent(open, "\"message\": \"Not asked\", \"emial\": \"ada@jokivoima.example\""))
                .contains("“emial”")
                .doesNotContain("was changed while");
    }

    @Test
    @Order(3)
    @Policy("F1")
    void a_form_that_may_not_ask_what_its_destination_needs_takes_nothing_in_and_says_so() throws Exception {
        var plan = new Form.Plan(
                "Club of companies",
                "club-of-companies",
                "club",
                new Form.Handling(null, 0, false, "companies"),
                List.of("https://www.halytin.example"));
        var asked = visitors.content("name", "email", "organisation");
        var organisation = new Field(
                "organisation",
                Field.Kind.ORGANISATION,
                true,
                Field.Bound.to("references"),
                asked.fields().get(2).words());
        var id = visitors.draft(
                plan, asked.with(List.of(asked.fields().get(0), asked.fields().get(1), organisation)));
        visitors.forms.publish(id, Visitors.JENNY);
        var form = visitors.forms.get(id);
        var open = visitors.page(form);
        assertThat(json(form)).contains("\"state\":\"published\"");

        changed(
                "contact-information",
                "purposes",
                "customer-relations",
                "customer-support",
                "contract-management",
                "invoicing",
                "collections",
                "role-marketing",
                "consented-marketing",
                "prospecting",
                "user-accounts");

        web.perform(get("/f/club-of-companies")).andExpect(status().isGone());
        assertThat(json(form)).contains("\"state\":\"closed\"");
        assertThat(web.perform(get("/f/club-of-companies?embed=dark").header("Accept-Language", "en"))
                        .andExpect(status().isGone())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .as("in somebody's frame it stays a frame")
                .contains("open-framed", "data-bs-theme=\"dark\"", "This form is closed");
        visitors.sends(
                        form,
                        open,
                        Duration.ofSeconds(30),
                        "name",
                        "Ada Later",
                        "email",
                        "ada.club.later@jokivoima.example",
                        "organisation",
                        "Jokivoima Oy")
                .andExpect(status().isGone());
        visitors.work();
        assertThat(club.came)
                .extracting(one -> one.sender().email())
                .doesNotContain("ada.club.later@jokivoima.example");
        assertThat(visitors.count("select count(*) from forms.arrival where form_id = ?", id))
                .isZero();
    }

    @Test
    @Order(4)
    @Policy("F1")
    void a_form_that_may_not_ask_for_an_address_any_more_takes_nothing_in() throws Exception {
        var form = visitors.forms.get(
                visitors.draft(visitors.plan(Kinds.CONTACT, visitors.salla()), visitors.content("name", "email")));
        visitors.forms.publish(form.id(), Visitors.JENNY);
        var address = "/f/" + form.plan().slug();
        web.perform(get(address)).andExpect(status().isOk());

        fromNoForm("contact-information", "met-in-person", "email");

        web.perform(get(address)).andExpect(status().isGone());
        assertThat(json(form)).contains("\"state\":\"closed\"");
        assertThat(overview(form))
                .contains("Visitors read that this form is closed")
                .doesNotContain("everything else goes on");
    }

    private String json(Form form) throws Exception {
        return web.perform(get("/f/" + form.plan().slug()).accept("application/json"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String sent(Form form, String answers) throws Exception {
        return web.perform(post("/f/" + form.plan().slug())
                        .contentType("application/json")
                        .header("Accept-Language", "en")
                        .with(visitors.somebodyElse())
                        .content("{\"edition\": 1, \"answers\": {" + answers + "}}"))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String overview(Form form) throws Exception {
        var email = "later." + UUID.randomUUID() + "@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Visitor", email, "en", "Europe/Helsinki"),
                Role.MARKETER.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia").html("/forms/" + form.id());
    }

    private void fromNoForm(String category, String... sources) {
        changed(category, "sources", sources);
    }

    private void changed(String category, String what, String... values) {
        drafting.change(null, sheet -> sheet.set(List.of(values), "categories", category, what), Visitors.JENNY);
        publishing.publish(drafting.draft(), "", Visitors.JENNY);
    }
}
