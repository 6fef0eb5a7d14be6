package fi.seloste.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.TurnedClock;
import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.evidence.Evidence;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DatabaseTest
class SignInTest {

    private static final String PASSWORD = "seitsemän hiljaista lumipalloa";

    @Autowired
    MockMvc web;

    @Autowired
    Staff staff;

    @Autowired
    SignIn signIn;

    @Autowired
    Evidence evidence;

    @Autowired
    TurnedClock clock;

    private String email;
    private AccountId aino;

    @BeforeEach
    void aino_works_here() {
        email = "aino." + Secret.readable(6) + "@kivijarvi.example";
        var newcomer = new Staff.Newcomer("Aino Kettunen", email, "fi", "Europe/Helsinki");
        aino = staff.make(newcomer, Role.SALESPERSON.permissions(), Actor.system("test"));
        staff.setPassword(aino, PASSWORD);
    }

    @Test
    void the_right_password_opens_a_session_that_other_pages_know() throws Exception {
        var cookie = signedIn();
        web.perform(get("/sign-in").cookie(cookie)).andExpect(redirectedUrl("/"));
        assertThat(evidence.newest(5))
                .anyMatch(line -> line.act().equals("signed-in") && aino.value().equals(line.objectId()));
    }

    @Test
    void a_wrong_password_and_an_unknown_address_get_the_same_answer() throws Exception {
        var wrong = signIn(email, "something else entirely").andExpect(status().isUnauthorized());
        var unknown = signIn("nobody@kivijarvi.example", PASSWORD).andExpect(status().isUnauthorized());
        assertThat(withoutWhatWasTyped(wrong)).isEqualTo(withoutWhatWasTyped(unknown));
    }

    @Test
    void a_forged_or_planted_cookie_opens_nothing() throws Exception {
        var planted = new Cookie("seloste-80", Secret.next());
        web.perform(get("/account").cookie(planted)).andExpect(redirectedUrl("/sign-in?next=%2Faccount"));
        var opened = signIn(email, PASSWORD).andReturn().getResponse().getCookie("seloste-80");
        assertThat(opened).isNotNull();
        assertThat(opened.getValue()).isNotEqualTo(planted.getValue());
        web.perform(get("/account").cookie(planted)).andExpect(redirectedUrl("/sign-in?next=%2Faccount"));
    }

    @Test
    void a_form_without_its_proof_is_refused() throws Exception {
        web.perform(post("/sign-in").param("email", email).param("password", PASSWORD))
                .andExpect(status().isForbidden());
        var cookie = signedIn();
        web.perform(post("/sign-out").cookie(cookie)).andExpect(status().isForbidden());
        web.perform(get("/sign-in").cookie(cookie)).andExpect(redirectedUrl("/"));
    }

    @Test
    void after_five_wrong_passwords_even_the_right_one_has_to_wait() throws Exception {
        for (int i = 0; i < 5; i++) {
            signIn(email, "wrong password " + i).andExpect(status().isUnauthorized());
        }
        signIn(email, PASSWORD).andExpect(status().isTooManyRequests());
        clock.advance(Duration.ofSeconds(31));
        signIn(email, PASSWORD).andExpect(redirectedUrl("/"));
    }

    @Test
    void a_session_ends_after_a_working_day_without_a_touch() throws Exception {
        var cookie = signedIn();
        clock.advance(Duration.ofHours(7));
        web.perform(get("/sign-in").cookie(cookie)).andExpect(redirectedUrl("/"));
        clock.advance(Duration.ofHours(9));
        web.perform(get("/sign-in").cookie(cookie)).andExpect(status().isOk());
    }

    @Test
    void a_session_ends_on_the_second_night_however_busy() throws Exception {
        var cookie = signedIn();
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofHours(7));
            web.perform(get("/sign-in").cookie(cookie)).andExpect(redirectedUrl("/"));
        }
        clock.advance(Duration.ofHours(2));
        web.perform(get("/sign-in").cookie(cookie)).andExpect(status().isOk());
    }

    @Test
    void a_closed_account_is_out_at_once() throws Exception {
        var cookie = signedIn();
        staff.disable(aino, Actor.system("test"));
        web.perform(get("/sign-in").cookie(cookie)).andExpect(status().isOk());
        signIn(email, PASSWORD).andExpect(status().isUnauthorized());
    }

    @Test
    void signing_in_leads_back_to_the_page_that_was_wanted_and_never_elsewhere() throws Exception {
        web.perform(TestForms.withProof(web, post("/sign-in"))
                        .param("email", email)
                        .param("password", PASSWORD)
                        .param("next", "/people?search=aino"))
                .andExpect(redirectedUrl("/people?search=aino"));
        web.perform(TestForms.withProof(web, post("/sign-in"))
                        .param("email", email)
                        .param("password", PASSWORD)
                        .param("next", "//evil.example"))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void a_cookie_over_tls_is_bound_to_this_very_host() throws Exception {
        var answer = web.perform(get("/sign-in").secure(true)).andReturn().getResponse();
        assertThat(answer.getHeader("Set-Cookie"))
                .startsWith("__Host-seloste-visit=")
                .contains("Secure")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        assertThat(answer.getHeader("Strict-Transport-Security")).isNotNull();
    }

    @Test
    void no_session_of_the_servlet_container_is_made() throws Exception {
        var result = web.perform(get("/sign-in"))
                .andExpect(header().doesNotExist("JSESSIONID"))
                .andReturn();
        assertThat(result.getRequest().getSession(false)).isNull();
    }

    private Cookie signedIn() throws Exception {
        var cookie = signIn(email, PASSWORD)
                .andExpect(redirectedUrl("/"))
                .andReturn()
                .getResponse()
                .getCookie("seloste-80");
        assertThat(cookie).isNotNull();
        return cookie;
    }

    private ResultActions signIn(String email, String password) throws Exception {
        return web.perform(
                TestForms.withProof(web, post("/sign-in")).param("email", email).param("password", password));
    }

    private static String withoutWhatWasTyped(ResultActions answer) throws Exception {
        return answer.andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("value=\"[^\"]*\"", "")
                .replaceAll("autofocus", "");
    }
}
