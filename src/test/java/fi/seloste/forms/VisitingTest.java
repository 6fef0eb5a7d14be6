package fi.seloste.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
@Import(Visitors.class)
class VisitingTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Forms forms;

    @Autowired
    MockMvc web;

    @Test
    @Policy("F10")
    void a_form_speaks_the_language_of_its_visitor_and_needs_no_cookie() throws Exception {
        var form = visitors.contact();
        var answer = web.perform(get("/f/" + form.plan().slug()).header("Accept-Language", "fi"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString()).contains("Ota yhteyttä", "Sähköposti", "Asiakassuhteen hoito");
        assertThat(visitors.page(form)).contains("Contact us", "E-mail", "autocomplete=\"email\"");

        var sent = visitors.sends(form, "name", "Ada Koskinen", "email", "ada.f10@jokivoima.example", "message", "Hi");
        sent.andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", "/f/" + form.plan().slug() + "/thanks?lang=en"))
                .andExpect(header().doesNotExist("Set-Cookie"));
        assertThat(html(web.perform(get("/f/" + form.plan().slug() + "/thanks?lang=en"))))
                .contains("Thank you");
        assertThat(arrivals(form)).isOne();
    }

    @Test
    @Policy("F8")
    void what_is_missing_or_wrong_is_said_at_its_field_and_the_rest_comes_back() throws Exception {
        var form = visitors.contact();
        var page = html(visitors.sends(form, "name", "Ada", "email", "ada(at)jokivoima", "phone", "abc", "message", "")
                .andExpect(status().isBadRequest()));

        assertThat(page).contains("value=\"ada(at)jokivoima\"", "value=\"Ada\"", "Please fill this in.", "3 fields");
        assertThat(page).contains("id=\"f-email-error\"", "id=\"f-phone-error\"", "id=\"f-message-error\"");
        assertThat(arrivals(form)).isZero();
    }

    @Test
    @Policy("F8")
    void a_field_that_the_form_does_not_ask_for_is_refused_by_name() throws Exception {
        var form = visitors.contact();
        var page = html(visitors.sends(form, right("salary", "9000")).andExpect(status().isBadRequest()));

        assertThat(page).contains("does not ask for “salary”", "value=\"Ada Koskinen\"");
        assertThat(arrivals(form)).isZero();
    }

    @Test
    @Policy("F8")
    void a_form_that_was_changed_between_showing_and_sending_comes_back_filled_in() throws Exception {
        var form = visitors.contact();
        var page = visitors.page(form);
        forms.publish(form.id(), Visitors.JENNY);

        var back =
                html(visitors.sends(form, page, Duration.ofSeconds(30), right()).andExpect(status().isBadRequest()));

        assertThat(back)
                .contains(
                        "was changed while you filled it in", "value=\"Ada Koskinen\"", "name=\"edition\" value=\"2\"");
        assertThat(arrivals(form)).isZero();
    }

    @Test
    @Policy("F8")
    void a_closed_form_says_so() throws Exception {
        var form = visitors.contact();
        var page = visitors.page(form);
        forms.close(form.id(), Visitors.JENNY);

        assertThat(html(visitors.sends(form, page, Duration.ofSeconds(30), right())
                        .andExpect(status().isGone())))
                .contains("is closed");
        web.perform(get("/f/" + form.plan().slug())).andExpect(status().isGone());
        assertThat(arrivals(form)).isZero();
    }

    @Test
    @Policy("F8")
    void a_stamp_is_good_for_one_sending_and_a_filled_trap_for_none() throws Exception {
        var form = visitors.contact();
        var page = visitors.page(form);
        visitors.sends(form, page, Duration.ofSeconds(30), right()).andExpect(status().is3xxRedirection());
        assertThat(html(visitors.sends(form, page, Duration.ZERO, right()).andExpect(status().isBadRequest())))
                .contains("sent and taken already", "Ada Koskinen");
        assertThat(html(visitors.sends(form, right("guard-homepage", "https://pills.example"))
                        .andExpect(status().isBadRequest())))
                .contains("that people do not see");
        assertThat(html(visitors.sends(form, visitors.page(form), Duration.ofSeconds(1), right())
                        .andExpect(status().isBadRequest())))
                .contains("quick for a person", "Ada Koskinen");
        assertThat(arrivals(form)).isOne();
    }

    @Test
    void hostile_words_are_kept_as_words() throws Exception {
        var form = visitors.contact();
        var hostile = "</textarea><script>alert(1)</script>'\"><img src=x onerror=alert(1)>";
        var page = html(visitors.sends(form, "name", hostile, "email", "", "message", hostile)
                .andExpect(status().isBadRequest()));
        assertThat(page).doesNotContain("<script>alert", "<img src=x").contains("&lt;/textarea&gt;");

        assertThat(html(visitors.sends(
                                form, "name", "Ada\r\nBcc: all@x.example", "email", "a@x.example", "message", "m")
                        .andExpect(status().isBadRequest())))
                .contains("one line");
        visitors.sends(form, "name", "A", "email", "a@x.example\r\nBcc: b@x.example", "message", "m")
                .andExpect(status().isBadRequest());
        visitors.sends(form, "name", "A\u0000", "email", "a@x.example", "message", "m")
                .andExpect(status().isBadRequest());
        visitors.sends(form, "name", "A", "email", "a@x.example", "message", "m".repeat(20_001))
                .andExpect(status().isBadRequest());
        assertThat(arrivals(form)).isZero();
    }

    @Test
    void an_address_at_a_domain_in_other_letters_is_taken() throws Exception {
        var form = visitors.contact();
        visitors.sends(form, "name", "Åsa", "email", "asa@björkvik.example", "message", "Hej")
                .andExpect(status().is3xxRedirection());
        assertThat(visitors.count("select count(*) from forms.arrival where email = 'asa@xn--bjrkvik-b1a.example'"))
                .isOne();
    }

    @Test
    @Policy("F9")
    void only_the_sites_that_are_named_may_frame_it_or_send_to_it() throws Exception {
        var form = visitors.contact("https://www.halytin.example");
        var path = "/f/" + form.plan().slug();
        web.perform(get(path + "?embed=1"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                Matchers.containsString("frame-ancestors 'self' https://www.halytin.example")))
                .andExpect(header().doesNotExist("X-Frame-Options"));
        web.perform(get("/f/" + visitors.contact().plan().slug()))
                .andExpect(
                        header().string("Content-Security-Policy", Matchers.containsString("frame-ancestors 'none'")))
                .andExpect(header().string("X-Frame-Options", "DENY"));
        web.perform(get("/privacy"))
                .andExpect(
                        header().string("Content-Security-Policy", Matchers.containsString("frame-ancestors 'none'")));

        web.perform(options(path)
                        .header("Origin", "https://www.halytin.example")
                        .header("Access-Control-Request-Method", "POST"))
                .andExpect(status().isNoContent())
                .andExpect(header().string("Access-Control-Allow-Origin", "https://www.halytin.example"));
        web.perform(options(path)
                        .header("Origin", "https://evil.example")
                        .header("Access-Control-Request-Method", "POST"))
                .andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
        web.perform(post(path)
                        .header("Origin", "https://evil.example")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("name", "Ada"))
                .andExpect(status().isForbidden());
        web.perform(post(path)
                        .header("Origin", "null")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("name", "Ada"))
                .andExpect(status().isForbidden());
        assertThat(arrivals(form)).isZero();
    }

    @Test
    @Policy("F9")
    void a_page_of_the_companys_own_draws_the_form_by_itself() throws Exception {
        var form = visitors.contact("https://www.halytin.example");
        var described = json(web.perform(get("/f/" + form.plan().slug())
                        .accept(MediaType.APPLICATION_JSON)
                        .header("Accept-Language", "en")
                        .header("Origin", "https://www.halytin.example"))
                .andExpect(status().isOk())
                .andExpect(header().string("Access-Control-Allow-Origin", "https://www.halytin.example")));
        assertThat(described.at("/title").asString()).isEqualTo("Contact us");
        assertThat(described.at("/fields").size()).isEqualTo(5);
        var stamp = described.at("/guard/stamp").asString();
        visitors.clock.advance(Duration.ofSeconds(3));

        var body = """
                {"edition": 1, "answers": {"name": "Ada", "email": "ada.json@jokivoima.example", "message": "Hi"},
                 "guard": {"stamp": "%s", "work": "%s"}}""";
        var wrong = json(sendsJson(form, "{\"edition\": 1, \"answers\": {\"salary\": \"1\"}}")
                .andExpect(status().isBadRequest()));
        assertThat(wrong.at("/errors/form").asString()).contains("salary");
        sendsJson(form, "{\"edition\": 1, \"wrong\": 2}").andExpect(status().isBadRequest());
        sendsJson(form, "{").andExpect(status().isBadRequest());
        sendsJson(form, "[".repeat(100_000)).andExpect(status().isBadRequest());
        sendsJson(form, "{\"answers\": {\"name\": \"" + "x".repeat(10_000_000) + "\"}}")
                .andExpect(status().is(413));

        var taken =
                json(sendsJson(form, body.formatted(stamp, Work.of(stamp, 15))).andExpect(status().isAccepted()));
        assertThat(taken.at("/state").asString()).isEqualTo("received");
        assertThat(arrivals(form)).isOne();
        var again = json(sendsJson(form, body.formatted(stamp, "")).andExpect(status().isBadRequest()));
        assertThat(again.at("/errors/guard").asString()).isNotEmpty();
        assertThat(again.at("/guard/stamp").asString()).isNotEqualTo(stamp);
    }

    @Test
    void a_form_that_was_never_published_is_not_there() throws Exception {
        var draft = forms.get(
                visitors.draft(visitors.plan(Kinds.CONTACT, visitors.salla()), visitors.content("name", "email")));
        web.perform(get("/f/" + draft.plan().slug())).andExpect(status().isNotFound());
        web.perform(get("/f/confirm/nothing")).andExpect(status().isNotFound());
        web.perform(get("/f/download/nothing")).andExpect(status().isNotFound());
    }

    private ResultActions sendsJson(Form form, String body) throws Exception {
        return web.perform(post("/f/" + form.plan().slug())
                .header("Accept-Language", "en")
                .with(visitors.somebodyElse())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static String[] right(String... more) {
        var fields = new String[6 + more.length];
        System.arraycopy(
                new String[] {"name", "Ada Koskinen", "email", "ada.right@jokivoima.example", "message", "Call me"},
                0,
                fields,
                0,
                6);
        System.arraycopy(more, 0, fields, 6, more.length);
        return fields;
    }

    private static String html(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(ResultActions answer) throws Exception {
        return JsonMapper.shared().readTree(html(answer));
    }

    private long arrivals(Form form) {
        return visitors.count("select count(*) from forms.arrival where form_id = ?", form.id());
    }
}
