package fi.seloste.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.Paging;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
@Import(Visitors.class)
class FormPagesTest {

    private static int visits;

    @Autowired
    Visitors visitors;

    @Autowired
    Inbound inbound;

    @Autowired
    Staff staff;

    @Autowired
    ApiTokens tokens;

    @Autowired
    fi.seloste.newsletters.Newsletters newsletters;

    @Autowired
    MockMvc web;

    @Test
    void where_a_form_leads_is_chosen_when_it_is_made() throws Exception {
        var jenny = visit(Role.MARKETER);
        newsletters.add(
                "chosen-at-once",
                new fi.seloste.newsletters.Topic.Plan(
                        "consented-marketing", fi.seloste.newsletters.Topic.Frequency.MONTHLY, true, false),
                Map.of("en", new fi.seloste.newsletters.Topic.Words("Chosen at once", "", "", "")),
                Visitors.JENNY);
        assertThat(jenny.html("/forms/new")).doesNotContain("Chosen at once");
        assertThat(jenny.html("/forms/new?kind=newsletter")).contains("Chosen at once");
        assertThat(jenny.sends("/forms", "name", "Sign up", "kind", "newsletter", "days", "2", "languages", "en")
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Choose where this form leads", "Chosen at once");
        var made = place(jenny.sends(
                "/forms",
                "name",
                "Sign up",
                "kind",
                "newsletter",
                "target",
                "chosen-at-once",
                "days",
                "2",
                "languages",
                "en"));
        var form = visitors.forms.get(UUID.fromString(made.split("/")[2]));
        assertThat(form.content().fields())
                .as("visitors are told the purpose for which the newsletter asks")
                .allSatisfy(field -> assertThat(field.bound().purpose()).isEqualTo("consented-marketing"));
        assertThat(jenny.html("/forms/" + form.id())).contains("Leads to", "Chosen at once", "is handed on");
    }

    @Test
    @Policy("F1")
    void from_nothing_to_a_published_form_by_the_pages_alone() throws Exception {
        var jenny = visit(Role.MARKETER);
        var salla = visitors.salla();
        var made = place(jenny.sends(
                "/forms",
                "name",
                "Ask us anything",
                "slug",
                "",
                "kind",
                "contact",
                "owner",
                salla.toString(),
                "days",
                "2",
                "languages",
                "en",
                "sites",
                "https://www.halytin.example"));
        var form = made.replace("/fields", "");
        assertThat(jenny.html(form)).contains("Write the title in English", "Things are in the way");
        assertThat(jenny.html(made)).contains("Contact information", "Customer relations");

        jenny.sends(
                made,
                "version",
                "1",
                "act",
                "add.choice",
                "title.en",
                "Ask us",
                "f0.key",
                "name",
                "f0.label.en",
                "Your name",
                "f0.required",
                "true",
                "f0.purpose",
                "customer-relations",
                "f1.key",
                "email",
                "f1.label.en",
                "E-mail",
                "f1.purpose",
                "customer-relations");
        assertThat(jenny.html(form)).contains("Write at least two choices in English");
        jenny.sends(
                made,
                "version",
                "2",
                "act",
                "up.2",
                "title.en",
                "Ask us",
                "f0.key",
                "name",
                "f0.label.en",
                "Your name",
                "f0.required",
                "true",
                "f1.key",
                "email",
                "f1.label.en",
                "E-mail",
                "f2.key",
                "choice1",
                "f2.label.en",
                "About",
                "f2.choices.en",
                "Price\nTraining");
        assertThat(jenny.html(form)).contains("Everybody who has the address can fill it in");
        jenny.sends(form + "/publication").andExpect(status().is3xxRedirection());

        var id = UUID.fromString(form.substring(form.lastIndexOf('/') + 1));
        assertThat(visitors.forms.get(id).content().fields())
                .extracting(Field::key)
                .containsExactly("name", "choice1", "email");
        assertThat(jenny.html(form)).contains("&lt;iframe src=", "form-embed.js");
        assertThat(visitors.page(visitors.forms.get(id))).contains("Your name", "Training");
        jenny.sends(made, "version", "1", "act", "save").andExpect(status().is(409));
        jenny.sends(made, "version", "4", "act", "add.nonsense").andExpect(status().isBadRequest());
        jenny.sends(
                        "/forms",
                        "name",
                        "Other",
                        "slug",
                        "ask-us-anything",
                        "kind",
                        "contact",
                        "days",
                        "2",
                        "languages",
                        "en")
                .andExpect(status().isBadRequest());
        jenny.sends("/forms", "name", "Other", "slug", "../x", "kind", "contact", "days", "2", "languages", "en")
                .andExpect(status().isBadRequest());
        jenny.sends("/forms", "name", "Other", "slug", "other", "kind", "poll", "days", "2", "languages", "en")
                .andExpect(status().isBadRequest());
        assertThat(jenny.html(form + "/preview?lang=en")).contains("Nothing can be sent from here", "Your name");
        assertThat(jenny.html("/forms")).contains("Ask us anything");
    }

    @Test
    void what_came_is_read_by_customer_relations_and_what_waits_by_nobody_else() throws Exception {
        var form = visitors.contact();
        visitors.worked(form, "name", "Ada Luettu", "email", "ada.read@jokivoima.example", "message", "<b>Call</b> me");
        visitors.sends(form, "name", "Pia Odottaa", "email", "pia.waits@jokivoima.example", "message", "Secret wish");
        visitors.work();
        var salla = visit(Role.SALESPERSON);
        var jenny = visit(Role.MARKETER);
        var list = "/forms/" + form.id() + "/submissions";

        assertThat(salla.html(list)).contains("Ada Luettu", "Pia Odottaa", "pia.waits@");
        assertThat(jenny.html(list)).contains("Ada Luettu").doesNotContain("Pia Odottaa", "pia.waits@");
        var waiting = "/forms/arrivals/"
                + inbound.waiting(form.id(), Paging.of(null, null))
                        .items()
                        .getFirst()
                        .id();
        assertThat(salla.html(waiting)).contains("Secret wish", "nobody has shown that the address is theirs");
        jenny.opens(waiting).andExpect(status().isForbidden());
        jenny.sends(waiting + "/taking").andExpect(status().isForbidden());

        var one = "/forms/submissions/"
                + visitors.purposes.as(
                        Purpose.RIGHTS,
                        () -> visitors.jdbc
                                .sql("select submission_id from forms.submission where form_id = :id")
                                .param("id", form.id())
                                .query(UUID.class)
                                .single());
        assertThat(salla.html(one)).contains("&lt;b&gt;Call&lt;/b&gt; me", "Salla Nurmi", "edition 1");
        var taken = place(salla.sends(waiting + "/taking"));
        visitors.work();
        assertThat(salla.html(taken)).contains("Pia Odottaa", "Secret wish", "Not confirmed");
        visit(Role.FINANCE).opens(list).andExpect(status().isForbidden());
        web.perform(get(list)).andExpect(status().is3xxRedirection());
    }

    @Test
    void programs_read_forms_and_what_came_in_the_purpose_that_they_hold() throws Exception {
        visitors.contact();
        var form = visitors.contact();
        for (int i = 0; i < 3; i++) {
            visitors.worked(
                    form, "name", "Ada " + i, "email", "ada.api" + i + "@jokivoima.example", "message", "Hi " + i);
            visitors.work();
        }
        var held = List.of(Purpose.MARKETING);
        var token = tokens.make(
                new ApiTokens.Wish("Reader", held.stream().map(Purpose::code).toList(), null),
                Visitors.JENNY,
                Permissions.allOf(held));
        call(token, "/api/v1/forms?limit=1").andExpect(jsonPath("$.next").isNotEmpty());
        call(token, "/api/v1/forms/" + form.id())
                .andExpect(jsonPath("$.form").value(form.plan().slug()))
                .andExpect(jsonPath("$.fields[1].purpose").value("customer-relations"));
        var first = call(token, "/api/v1/forms/" + form.id() + "/submissions?limit=2")
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].answers[2].answer").value("Hi 2"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var next = JsonMapper.shared().readTree(first).at("/next").asString();
        call(token, "/api/v1/forms/" + form.id() + "/submissions?limit=2&after=" + next)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").isEmpty());
        var id = JsonMapper.shared().readTree(first).at("/items/0/id").asString();
        call(token, "/api/v1/forms/submissions/" + id)
                .andExpect(jsonPath("$.id").value(id));
        web.perform(get("/api/v1/forms/" + form.id() + "/submissions")).andExpect(status().isUnauthorized());
    }

    private ResultActions call(String token, String url) throws Exception {
        return web.perform(get(url).header("Authorization", "Bearer " + token)).andExpect(status().isOk());
    }

    private static String place(ResultActions answer) throws Exception {
        var place = answer.andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(place).isNotNull();
        return place;
    }

    private Visit visit(Role role) throws Exception {
        var email = "visitor" + visits++ + ".forms@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Visitor", email, "en", "Europe/Helsinki"),
                role.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }
}
