package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.doors.Guard;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Links that are made up, altered, used twice or for something else open nothing. */
@DatabaseTest
@Import(Office.class)
class ForgedLinksTest {

    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    Office office;

    @Autowired
    Asking asking;

    @Autowired
    MockMvc web;

    @Test
    @Policy("R8")
    void a_link_that_was_altered_cut_or_made_up_opens_nothing() throws Exception {
        office.person("Ada Forged", "forged@jokivoima.example");
        var own = own("forged@jokivoima.example");
        assertThat(status("/privacy/own/" + own)).isEqualTo(200);

        var other = own.charAt(5) == 'A' ? 'B' : 'A';
        for (var forged : List.of(
                own.substring(0, 5) + other + own.substring(6),
                own.substring(0, own.length() - 1),
                own + "A",
                own.toLowerCase(java.util.Locale.ROOT),
                "' or '1'='1",
                "%00",
                "A".repeat(4_000))) {
            assertThat(status("/privacy/own/{link}", forged)).as(forged).isIn(400, 404);
            assertThat(status("/privacy/answer/{link}", forged)).as(forged).isIn(400, 404);
        }
    }

    @Test
    @Policy("R8")
    void a_link_opens_only_what_it_was_made_for() throws Exception {
        office.person("Ada Aim", "aim@jokivoima.example");
        var code = asking.ask(new Asking.Ask(Right.ACCESS, "aim@jokivoima.example", null, null, "en"), () -> {});
        office.work();
        var own = asking.giveCode(code, office.found("aim@jokivoima.example", "\n    (\\d{6})\n"))
                .link();
        office.work();

        assertThat(status("/privacy/own/" + code)).isEqualTo(404);
        assertThat(status("/privacy/answer/" + code)).isEqualTo(404);
        assertThat(status("/privacy/answer/" + own)).isEqualTo(404);
        assertThat(status("/privacy/own/" + own)).isEqualTo(200);
    }

    @Test
    @Policy({"R7", "R8"})
    void a_code_that_was_used_proves_nothing_again_and_a_guesser_ends_it_within_five_tries() throws Exception {
        office.person("Ada Replayed", "replayed@jokivoima.example");
        var link = asking.ask(new Asking.Ask(Right.ACCESS, "replayed@jokivoima.example", null, null, "en"), () -> {});
        office.work();
        var code = office.found("replayed@jokivoima.example", "\n    (\\d{6})\n");
        assertThat(asking.giveCode(link, code).isRight()).isTrue();
        assertThat(asking.giveCode(link, code).isRight()).isFalse();

        var guessed =
                asking.ask(new Asking.Ask(Right.ERASURE, "replayed@jokivoima.example", null, null, "en"), () -> {});
        office.work();
        var right = office.found("replayed@jokivoima.example", "\n    (\\d{6})\n");
        for (int i = 0; i < 200; i++) {
            var tried = "%06d".formatted((Integer.parseInt(right) + 1 + i) % 1_000_000);
            assertThat(asking.giveCode(guessed, tried).isRight()).isFalse();
        }
        assertThat(asking.giveCode(guessed, right).answer()).isEqualTo("spent");
    }

    @Test
    @Policy({"R8", "R20"})
    void the_links_of_somebody_who_was_erased_open_nothing_of_theirs() throws Exception {
        office.person("Ada Gone", "gone.link@jokivoima.example");
        var own = own("gone.link@jokivoima.example");
        assertThat(read("/privacy/own/" + own).getContentAsString()).contains("Ada Gone");
        office.rights.open(50).stream()
                .filter(one -> "gone.link@jokivoima.example".equals(one.asker().email()))
                .forEach(one -> office.rights.fulfil(one.id(), Office.SIRPA));
        office.done(Right.ERASURE, "gone.link@jokivoima.example");

        var page = read("/privacy/own/" + own);
        assertThat(page.getContentAsString()).doesNotContain("Ada Gone", "gone.link@");
        assertThat(page.getStatus()).isEqualTo(404);
    }

    @Test
    @Policy("R8")
    void a_form_that_was_sent_twice_makes_no_second_request_of_one_that_waits() throws Exception {
        office.person("Ada Pressing", "pressing@jokivoima.example");
        var own = own("pressing@jokivoima.example");
        for (int i = 0; i < 3; i++) {
            assertThat(web.perform(form("/privacy/own/" + own + "/rectification"))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(303);
        }
        assertThat(office.count("rights.request", "email = 'pressing@jokivoima.example' and kind = 'rectification'"))
                .isOne();
    }

    @Test
    void a_line_break_in_the_address_of_a_form_is_refused_and_nobody_is_written_to() throws Exception {
        for (var address : List.of(
                "breaking@jokivoima.example\r\nBcc: everybody@jokivoima.example",
                "breaking@jokivoima.example\nSubject: x",
                "breaking@jokivoima.example, everybody@jokivoima.example")) {
            var response = web.perform(form("/privacy")
                            .param("right", "access")
                            .param("email", address)
                            .param("name", "Ada\r\nBcc: everybody@jokivoima.example"))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).as(address).isIn(200, 422, 400);
        }
        office.work();
        assertThat(office.count("rights.request", "email like 'breaking@%'")).isZero();
        assertThat(office.lettersTo("everybody@jokivoima.example")).isEmpty();
    }

    /** As a browser sends it, with the proof of a page that it was shown. */
    private MockHttpServletRequestBuilder form(String url) throws Exception {
        var page = read("/privacy");
        var proof = PROOF.matcher(page.getContentAsString());
        assertThat(proof.find()).isTrue();
        return post(url)
                .cookie(page.getCookies())
                .param("_csrf", proof.group(1))
                .param(Guard.STAMP, office.stamp());
    }

    private String own(String email) {
        var link = asking.ask(new Asking.Ask(Right.PORTABILITY, email, null, null, "en"), () -> {});
        office.work();
        var own = asking.giveCode(link, office.found(email, "\n    (\\d{6})\n")).link();
        office.work();
        return Objects.requireNonNull(own);
    }

    private int status(String url, Object... parts) throws Exception {
        return read(url, parts).getStatus();
    }

    private MockHttpServletResponse read(String url, Object... parts) throws Exception {
        return web.perform(get(url, parts)).andReturn().getResponse();
    }
}
