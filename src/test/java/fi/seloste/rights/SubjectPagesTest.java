package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.seloste.Crowd;
import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.datamap.Walk;
import fi.seloste.doors.Guard;
import fi.seloste.register.Source;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DatabaseTest
@Import(Office.class)
class SubjectPagesTest {

    private static final Pattern STAMP = Pattern.compile("name=\"guard-stamp\" value=\"([^\"]+)\"");

    @Autowired
    Office office;

    @Autowired
    Asking asking;

    @Autowired
    MockMvc web;

    @Autowired
    Walk walk;

    @Test
    @Policy({"R1", "R6", "R7", "R12"})
    void a_person_asks_proves_it_by_the_code_sees_their_page_and_fetches_the_answer() throws Exception {
        office.person("Ada Koskinen", "ada@jokivoima.example", Source.PUBLIC_WEB);
        office.person("Boris Lindqvist", "boris@jokivoima.example");
        var codePage = ask("access", "Ada@jokivoima.example");
        office.work();
        var own = giveCode(codePage, office.found("ada@jokivoima.example", "\n    (\\d{6})\n"));

        var page = web.perform(get(own)).andReturn().getResponse().getContentAsString();
        assertThat(page)
                .contains("Ada Koskinen", "https://jokivoima.example/people", "Contact information")
                .doesNotContain("boris", "<script>");
        office.work();
        var request = office.rights.list(null, null, 1).getFirst();
        assertThat(request.state()).isEqualTo(Request.State.REVIEW);
        office.rights.fulfil(request.id(), Office.SIRPA);

        var answer = office.found("ada@jokivoima.example", "(/privacy/answer/\\S+)");
        assertThat(send(answer + "/code", "x", "").getStatus()).isEqualTo(200);
        assertThat(send(answer, "code", "000000").getStatus()).isEqualTo(400);
        var zip = send(answer, "code", office.found("ada@jokivoima.example", "\n    (\\d{6})\n"));
        assertThat(zip.getContentType()).isEqualTo("application/zip");
        assertThat(Office.unzip(zip.getContentAsByteArray()).keySet())
                .contains("letter.html", "data.html", "data.json", "completeness.html");
    }

    @Test
    @Policy({"R8", "R10"})
    void an_unknown_address_gets_the_same_page_and_a_truthful_letter() throws Exception {
        office.person("Ada Known", "known@jokivoima.example");
        var known = ask("access", "known@jokivoima.example");
        var unknown = ask("access", "unknown@jokivoima.example");
        assertThat(page(unknown).replace(unknown, known)).isEqualTo(page(known));
        assertThat(office.lettersTo("known@jokivoima.example")).isEmpty();
        office.work();

        assertThat(office.lettersTo("unknown@jokivoima.example").getFirst().body())
                .contains("nothing about you is kept");
        assertThat(office.lettersTo("known@jokivoima.example").getFirst().body())
                .contains("give back this code");
        assertThat(page(unknown).replace(unknown, known)).isEqualTo(page(known));
        assertThat(bare(send(unknown, "code", "123456")).replace(unknown, known))
                .isEqualTo(bare(send(known, "code", "1234567")));
        assertThat(office.rights.list("closed", null, 1).getFirst().asker().email())
                .isEqualTo("unknown@jokivoima.example");
    }

    @Test
    @Policy("R7")
    void five_wrong_codes_end_it_and_a_quarter_of_an_hour_too() throws Exception {
        office.person("Ada Tried", "tried@jokivoima.example");
        var codePage = ask("access", "tried@jokivoima.example");
        office.work();
        var code = office.found("tried@jokivoima.example", "\n    (\\d{6})\n");
        for (int i = 0; i < 5; i++) {
            assertThat(send(codePage, "code", "x" + code).getContentAsString()).contains("This is not the code");
        }
        assertThat(send(codePage, "code", code).getContentAsString()).contains("Five wrong codes");

        var later = ask("access", "tried@jokivoima.example");
        office.work();
        var second = office.found("tried@jokivoima.example", "\n    (\\d{6})\n");
        office.clock.advance(Duration.ofMinutes(16));
        assertThat(send(later, "code", second).getContentAsString()).contains("older than a quarter of an hour");
    }

    @Test
    @Policy({"R17", "R19", "R20"})
    void before_an_erasure_the_plan_is_shown_and_a_ban_is_offered_by_one_click() throws Exception {
        var ada = office.person("Ada Choosing", "choosing@jokivoima.example");
        var own = proved("erasure", "choosing@jokivoima.example");

        var plan = web.perform(get(own + "/erasure")).andReturn().getResponse().getContentAsString();
        assertThat(plan).contains("Ban marketing instead", "Contact information", "Nothing is done yet");
        assertThat(walk.sections(ada)).anyMatch(s -> s.table().name().equals("person") && s.rows() == 1);
        assertThat(office.sees(Purpose.MARKETING, ada)).isTrue();

        assertThat(send(own + "/marketing-ban", "x", "").getStatus()).isEqualTo(303);
        assertThat(office.sees(Purpose.MARKETING, ada)).isFalse();
        assertThat(office.sees(Purpose.CUSTOMER, ada)).isTrue();
    }

    @Test
    @Policy("R18")
    void a_ban_needs_no_proof_and_holds_for_an_unknown_address_too() throws Exception {
        var ada = office.person("Ada Banning", "banning@jokivoima.example");
        ask("marketing-ban", "banning@jokivoima.example");
        ask("marketing-ban", "tomorrow@jokivoima.example");
        office.work();

        assertThat(office.sees(Purpose.MARKETING, ada)).isFalse();
        var tomorrow = office.person("Tom Orrow", "tomorrow@jokivoima.example");
        assertThat(office.sees(Purpose.CUSTOMER, tomorrow)).isTrue();
        assertThat(office.sees(Purpose.MARKETING, tomorrow)).isFalse();
    }

    @Test
    @Policy("R8")
    void a_link_of_one_person_opens_nothing_of_another() throws Exception {
        office.person("Ada Own", "own@jokivoima.example");
        office.person("Boris Other", "other@jokivoima.example");
        var closed = office.done(Right.ACCESS, "other@jokivoima.example");
        var own = proved("access", "own@jokivoima.example");

        var response =
                web.perform(get(own + "/answer/" + closed.id())).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(404);
        office.clock.advance(Duration.ofHours(2));
        assertThat(web.perform(get(own)).andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    @Policy("R43")
    void without_script_and_without_waiting_a_request_is_taken_while_nobody_floods_the_page() throws Exception {
        var response = asked(office.stamp(), "calm@jokivoima.example");
        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(office.count("rights.request", "email = 'calm@jokivoima.example'"))
                .isOne();
    }

    @Test
    @Policy("R43")
    void while_the_page_is_flooded_patience_opens_it_and_what_was_written_stays() throws Exception {
        asked("", "flood@jokivoima.example");
        assertThat(office.count("rights.request", "email = 'flood@jokivoima.example'"))
                .as("a page that was never opened makes no request")
                .isZero();
        while (office.guard.stamp(AskForm.DOOR).calm()) {
            var pass = office.guard.checkGently(new Guard.Shown(office.stamp(), null, null), AskForm.DOOR);
            office.purposes.as(Purpose.SUBJECT, () -> office.guard.spend(pass));
        }
        var shown = office.stamp();

        var early = asked(shown, "patient@jokivoima.example");
        assertThat(early.getStatus()).isEqualTo(400);
        assertThat(early.getContentAsString())
                .contains("Very many are sending this form just now", "patient@jokivoima.example", shown, "<noscript>")
                .containsPattern("send it again in \\d+ seconds");
        office.clock.advance(Duration.ofSeconds(80));
        assertThat(asked(shown, "patient@jokivoima.example").getStatus()).isEqualTo(303);

        office.clock.advance(Duration.ofMinutes(3));
        assertThat(web.perform(get("/privacy")).andReturn().getResponse().getContentAsString())
                .doesNotContain("<noscript>");
    }

    @Test
    @Policy("R43")
    void whoever_has_forms_filled_in_by_a_program_waits_and_comes_in_too() throws Exception {
        var shown = office.stamp();
        var trapped = web.perform(asking(shown, "filled@jokivoima.example").param(Guard.TRAP, "https://x.example"))
                .andReturn()
                .getResponse();
        assertThat(trapped.getStatus()).isEqualTo(400);
        assertThat(trapped.getContentAsString()).contains("perhaps by a program", "filled@jokivoima.example", shown);

        office.clock.advance(Duration.ofSeconds(10));
        var patient = web.perform(asking(shown, "filled@jokivoima.example").param(Guard.TRAP, "https://x.example"))
                .andReturn()
                .getResponse();
        assertThat(patient.getStatus()).as(patient.getContentAsString()).isEqualTo(303);
    }

    @Test
    @Policy("R43")
    void a_page_that_is_too_old_or_was_sent_before_comes_back_fresh_with_what_was_written() throws Exception {
        var old = office.stamp();
        office.clock.advance(Duration.ofHours(25));
        assertThat(comesBack(old)).contains("more than a day");

        var once = office.stamp();
        assertThat(asked(once, "twice@jokivoima.example").getStatus()).isEqualTo(303);
        assertThat(comesBack(once)).contains("taken already");
        assertThat(office.count("rights.request", "email = 'twice@jokivoima.example'"))
                .isOne();
    }

    /** The page that answers, whose own stamp opens the door. */
    private String comesBack(String stamp) throws Exception {
        var page = asked(stamp, "back@jokivoima.example").getContentAsString();
        var fresh = STAMP.matcher(page);
        assertThat(fresh.find()).isTrue();
        assertThat(fresh.group(1)).isNotEqualTo(stamp);
        assertThat(asked(fresh.group(1), "back@jokivoima.example").getStatus()).isEqualTo(303);
        return page;
    }

    @Test
    void a_page_that_was_used_before_takes_nobody_elses_request_back() throws Exception {
        assertThat(Crowd.looksAtStamps((who, stamp) -> asking.ask(
                        new Asking.Ask(Right.ACCESS, who + ".crowd@jokivoima.example", null, null, "en"), stamp)))
                .containsExactly(1, 1, 1, 1);
        assertThat(office.count("rights.request", "email like '%.crowd@jokivoima.example'"))
                .isEqualTo(3);
    }

    private MockHttpServletResponse asked(String stamp, String email) throws Exception {
        return web.perform(asking(stamp, email)).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder asking(String stamp, String email) {
        return asking(stamp, email, "access");
    }

    private static MockHttpServletRequestBuilder asking(String stamp, String email, String right) {
        return post("/privacy")
                .with(csrf())
                .param(Guard.STAMP, stamp)
                .param("right", right)
                .param("email", email);
    }

    private String proved(String right, String email) throws Exception {
        var codePage = ask(right, email);
        office.work();
        return giveCode(codePage, office.found(email, "\n    (\\d{6})\n"));
    }

    private String ask(String right, String email) throws Exception {
        var response =
                web.perform(asking(office.stamp(), email, right)).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(303);
        return Objects.requireNonNull(response.getHeader("Location"));
    }

    private String giveCode(String page, String code) throws Exception {
        return Objects.requireNonNull(send(page, "code", code).getHeader("Location"));
    }

    private MockHttpServletResponse send(String url, String name, String value) throws Exception {
        return web.perform(post(url).with(csrf()).param(name, value))
                .andReturn()
                .getResponse();
    }

    private String page(String url) throws Exception {
        return bare(web.perform(get(url)).andReturn().getResponse());
    }

    /** Without the proof of the form, which is another each time. */
    private static String bare(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
