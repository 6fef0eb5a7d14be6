package fi.seloste.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.TurnedClock;
import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Colleagues sign in by the company's own directory. */
@DatabaseTest
class DirectoryTest {

    private static final String PASSWORD = "kolme lumista kuusta pihalla";
    private static final String TRIP = "seloste-directory-80";
    private static final String SESSION = "seloste-80";

    @Autowired
    MockMvc web;

    @Autowired
    Staff staff;

    @Autowired
    Evidence evidence;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TurnedClock clock;

    private MadeUpDirectory directory;
    private Visit operator;
    private String email;
    private AccountId aino;

    @BeforeEach
    void a_directory_is_set_and_aino_works_here() throws Exception {
        directory = new MadeUpDirectory(0);
        var ville = account("ville", Role.OPERATOR);
        operator = Visit.of(web, staff.account(ville).email(), PASSWORD);
        set(directory.issuer()).andExpect(redirectedUrl("/directory"));
        aino = account("aino", Role.SALESPERSON);
        email = staff.account(aino).email();
        directory.recognises("subject-" + email, email, true);
    }

    @AfterEach
    void the_directory_closes() throws Exception {
        operator.sends("/directory", "directory-issuer", "", "directory-client", "");
        directory.close();
    }

    @Test
    void whom_the_directory_vouches_for_comes_in_to_the_page_that_was_wanted() throws Exception {
        var arrived = back(leave("/people?tag=lehti")).andExpect(redirectedUrl("/people?tag=lehti"));
        web.perform(get("/account").cookie(session(arrived))).andExpect(status().isOk());
        assertThat(evidence.newest(6))
                .anyMatch(line ->
                        line.act().equals("directory-connected") && aino.value().equals(line.objectId()))
                .anyMatch(line -> line.act().equals("signed-in") && aino.value().equals(line.objectId()));
    }

    @Test
    void the_house_proves_who_it_is_and_that_the_code_was_asked_for_by_itself() throws Exception {
        back(leave("/"));
        assertThat(directory.authorization()).startsWith("Basic ");
        assertThat(directory.asked()).contains("grant_type=authorization_code", "code=koodi", "code_verifier=");
        assertThat(directory.challenge()).hasSizeGreaterThan(40);
    }

    @Test
    void who_came_once_is_known_by_the_name_that_never_changes() throws Exception {
        back(leave("/")).andExpect(redirectedUrl("/"));
        directory.recognises("subject-" + email, "married.name@kivijarvi.example", true);
        back(leave("/")).andExpect(redirectedUrl("/"));
        directory.recognises("somebody-else", "nobody." + email, true);
        back(leave("/")).andExpect(status().isUnauthorized());
    }

    @Test
    void an_address_that_the_directory_has_not_verified_opens_nothing() throws Exception {
        directory.recognises("subject-" + email, email, false);
        failed(back(leave("/")), 401, "does not vouch for an e-mail address");
        assertThat(identities()).isZero();
        directory.recognises("subject-" + email, email, true);
        back(leave("/")).andExpect(redirectedUrl("/"));
        assertThat(identities()).isOne();
    }

    @Test
    void who_has_no_account_is_told_whom_to_ask_and_gets_none() throws Exception {
        directory.recognises("stranger", "stranger@kivijarvi.example", true);
        var before = staff.accounts().size();
        failed(back(leave("/")), 401, "Nobody works here under stranger@kivijarvi.example");
        assertThat(staff.accounts()).hasSize(before);
    }

    @Test
    void a_closed_account_stays_closed_whatever_the_directory_says() throws Exception {
        back(leave("/")).andExpect(redirectedUrl("/"));
        staff.disable(aino, Actor.system("test"));
        failed(back(leave("/")), 401, "Your account here is closed");
    }

    @Test
    void an_address_that_has_passed_to_somebody_else_opens_nobodys_account() throws Exception {
        back(leave("/")).andExpect(redirectedUrl("/"));
        directory.recognises("who-has-the-address-now", email, true);
        failed(back(leave("/")), 401, "belongs to somebody whom the directory knows by another name");
        assertThat(identities()).isOne();
    }

    @Test
    void neither_who_comes_in_nor_who_brings_nothing_uses_up_the_tries_of_an_office() throws Exception {
        for (int i = 0; i < 35; i++) {
            web.perform(get(DirectoryPages.BACK)).andExpect(status().isUnauthorized());
        }
        for (int i = 0; i < 35; i++) {
            back(leave("/")).andExpect(redirectedUrl("/"));
        }
        Visit.of(web, email, PASSWORD).opens("/account").andExpect(status().isOk());
    }

    @Test
    void what_is_wanted_after_signing_in_is_wanted_whole() throws Exception {
        var page = web.perform(get("/sign-in")
                        .param(
                                "next",
                                "/people?q=mäki aho&state=open"
                                        .replace("ä", "%C3%A4")
                                        .replace(" ", "%20")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("next=%2Fpeople%3Fq%3Dm%25C3%25A4ki%2520aho%26state%3Dopen");
    }

    @Test
    void only_the_browser_that_left_comes_back_and_once_and_in_time() throws Exception {
        var trip = leave("/");
        failed(web.perform(get(trip.back())), 401, "began in another browser");
        var altered = URI.create(trip.back().toString().replace("state=", "state=x"));
        failed(web.perform(get(altered).cookie(trip.cookie())), 401, "began in another browser");
        var forged = new Cookie(TRIP, trip.cookie().getValue().replace('A', 'B') + "A");
        failed(web.perform(get(trip.back()).cookie(forged)), 401, "began in another browser");

        var late = leave("/");
        clock.advance(Duration.ofMinutes(11));
        failed(back(late), 401, "more than ten minutes old");

        var arrived = back(leave("/")).andExpect(redirectedUrl("/"));
        assertThat(arrived.andReturn().getResponse().getCookie(TRIP).getMaxAge())
                .isZero();
    }

    @Test
    void what_the_directory_has_not_signed_for_this_house_and_this_trip_opens_nothing() throws Exception {
        directory.isImpersonated();
        failed(back(leave("/")), 502, "not signed by it for this house");
        directory.signsNothing();
        failed(back(leave("/")), 502, "not signed by it for this house");

        directory.recognises("subject-" + email, email, true);
        directory.says("aud", "another-house");
        failed(back(leave("/")), 502, "not signed by it for this house");

        directory.recognises("subject-" + email, email, true);
        directory.says("iss", "http://127.0.0.1:1");
        failed(back(leave("/")), 502, "not signed by it for this house");

        directory.recognises("subject-" + email, email, true);
        var trip = leave("/");
        directory.mixesUpTrips();
        failed(back(trip), 502, "not signed by it for this house");
        back(leave("/")).andExpect(redirectedUrl("/"));
    }

    @Test
    void new_keys_of_the_directory_are_fetched_when_they_are_met() throws Exception {
        back(leave("/")).andExpect(redirectedUrl("/"));
        directory.changesItsKeys();
        back(leave("/")).andExpect(redirectedUrl("/"));
    }

    @Test
    void who_stops_at_the_directory_or_meets_an_error_there_is_told_what_to_do() throws Exception {
        var trip = leave("/");
        var denied = URI.create(trip.back().toString().replace("code=koodi", "error=access_denied"));
        failed(web.perform(get(denied).cookie(trip.cookie())), 401, "or you stopped there");
        directory.refusesCodes();
        failed(back(leave("/")), 401, "no longer accepts this way back");
    }

    @Test
    void a_directory_that_is_silent_leaves_the_other_ways_open() throws Exception {
        var trip = leave("/");
        directory.close();
        failed(back(trip), 502, "does not answer now");
        Visit.of(web, email, PASSWORD).opens("/account").andExpect(status().isOk());
    }

    @Test
    void a_silent_directory_is_left_alone_for_a_moment_and_then_asked_again() throws Exception {
        var port = URI.create(directory.issuer()).getPort();
        directory.close();
        clock.advance(Duration.ofHours(2));
        failed(web.perform(get("/sign-in/directory")), 502, "does not answer now");
        directory = new MadeUpDirectory(port);
        failed(web.perform(get("/sign-in/directory")), 502, "does not answer now");
        clock.advance(Duration.ofSeconds(11));
        web.perform(get("/sign-in/directory")).andExpect(status().is3xxRedirection());
    }

    @Test
    void who_is_signed_in_connects_and_disconnects_an_account_that_vouches_for_no_address() throws Exception {
        directory.recognises("nameless-" + email, email, false);
        var visit = Visit.of(web, email, PASSWORD);
        var answer = visit.sends("/account/directory").andExpect(status().isOk());
        var trip = trip(answer, answer.andReturn().getResponse().getContentAsString());
        visit.opensWith(trip.back(), trip.cookie()).andExpect(redirectedUrl("/account"));
        back(leave("/")).andExpect(redirectedUrl("/"));

        assertThat(visit.html("/account")).contains("connected");
        visit.sends("/account/directory/removal").andExpect(redirectedUrl("/account"));
        failed(back(leave("/")), 401, "does not vouch for an e-mail address");
    }

    @Test
    void an_account_of_the_directory_belongs_to_one_colleague() throws Exception {
        back(leave("/")).andExpect(redirectedUrl("/"));
        var pekka = staff.account(account("pekka", Role.SALESPERSON)).email();
        var visit = Visit.of(web, pekka, PASSWORD);
        var answer = visit.sends("/account/directory");
        var trip = trip(answer, answer.andReturn().getResponse().getContentAsString());
        failed(visit.opensWith(trip.back(), trip.cookie()), 401, "connected with another account");
    }

    @Test
    void a_trip_to_connect_ends_nowhere_in_another_ones_session() throws Exception {
        var visit = Visit.of(web, email, PASSWORD);
        var answer = visit.sends("/account/directory");
        var trip = trip(answer, answer.andReturn().getResponse().getContentAsString());
        failed(back(trip), 401, "began in another browser");
        failed(operator.opensWith(trip.back(), trip.cookie()), 401, "began in another browser");
        assertThat(identities()).isZero();
    }

    @Test
    void an_address_at_which_no_such_directory_answers_is_not_kept() throws Exception {
        var silent =
                set("http://127.0.0.1:1").andExpect(status().isBadRequest()).andReturn();
        assertThat(silent.getResponse().getContentAsString())
                .as("what was typed is not lost")
                .contains("does not answer now", "http://127.0.0.1:1", "Kivijärven hakemisto");
        operator.sends("/directory", "directory-issuer", "", "directory-client", "");
        operator.sends("/directory", "directory-issuer", directory.issuer(), "directory-client", "")
                .andExpect(status().isBadRequest());
        set(directory.issuer()).andExpect(redirectedUrl("/directory"));
        directory.callsItself("http://127.0.0.1:2");
        var answer = set(directory.issuer()).andExpect(status().isBadRequest()).andReturn();
        assertThat(answer.getResponse().getContentAsString()).contains("says to be http://127.0.0.1:2");
        directory.callsItself(directory.issuer());
        back(leave("/")).andExpect(redirectedUrl("/"));
    }

    @Test
    void a_directory_that_would_be_told_the_secret_in_the_clear_is_not_kept() throws Exception {
        directory.wantsTokensAt("http://directory.kivijarvi.example/token");
        var answer = set(directory.issuer()).andExpect(status().isBadRequest()).andReturn();
        assertThat(answer.getResponse().getContentAsString()).contains("plain http");
    }

    @Test
    void the_secret_of_one_directory_is_not_told_to_another() throws Exception {
        back(leave("/"));
        assertThat(directory.authorization()).startsWith("Basic ");
        directory.close();
        directory = new MadeUpDirectory(0);
        directory.recognises("subject-" + email, email, true);
        operator.sends(
                        "/directory",
                        "directory-issuer",
                        directory.issuer(),
                        "directory-client",
                        MadeUpDirectory.CLIENT,
                        "directory-secret",
                        "")
                .andExpect(redirectedUrl("/directory"));
        back(leave("/")).andExpect(redirectedUrl("/"));
        assertThat(directory.authorization()).isNull();
        assertThat(evidence.newest(20)).anyMatch(line -> line.act().equals("directory-settings-changed"));
    }

    @Test
    void the_secret_of_the_house_is_shown_to_nobody() throws Exception {
        assertThat(operator.html("/directory"))
                .contains(MadeUpDirectory.CLIENT, "/sign-in/directory/back")
                .doesNotContain(MadeUpDirectory.SECRET);
        Visit.of(web, email, PASSWORD).opens("/directory").andExpect(status().isForbidden());
    }

    @Test
    void without_a_directory_nothing_offers_one() throws Exception {
        assertThat(web.perform(get("/sign-in")).andReturn().getResponse().getContentAsString())
                .contains("Kivijärven hakemisto");
        operator.sends("/directory", "directory-issuer", "", "directory-client", "");
        assertThat(web.perform(get("/sign-in")).andReturn().getResponse().getContentAsString())
                .doesNotContain("Kivijärven hakemisto", "/sign-in/directory");
        failed(web.perform(get("/sign-in/directory")), 401, "No directory is set here");
    }

    private ResultActions set(String issuer) throws Exception {
        return operator.sends(
                "/directory",
                "directory-name",
                "Kivijärven hakemisto",
                "directory-issuer",
                issuer,
                "directory-client",
                MadeUpDirectory.CLIENT,
                "directory-secret",
                MadeUpDirectory.SECRET);
    }

    /** A browser on its way: what it carries, and where the directory sends it. */
    private record Underway(Cookie cookie, URI back) {}

    private Underway leave(String next) throws Exception {
        var answer = web.perform(get("/sign-in/directory").param("next", next)).andExpect(status().is3xxRedirection());
        return new Underway(
                answer.andReturn().getResponse().getCookie(TRIP),
                directory.receives(URI.create(answer.andReturn().getResponse().getRedirectedUrl())));
    }

    private Underway trip(ResultActions answer, String page) {
        var url = page.replaceFirst("(?s).*href=\"(http://127[^\"]*/authorize[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        return new Underway(answer.andReturn().getResponse().getCookie(TRIP), directory.receives(URI.create(url)));
    }

    private ResultActions back(Underway trip) throws Exception {
        return web.perform(get(trip.back()).cookie(trip.cookie()));
    }

    private static Cookie session(ResultActions arrived) {
        return arrived.andReturn().getResponse().getCookie(SESSION);
    }

    private static void failed(ResultActions answer, int status, String why) throws Exception {
        var response = answer.andExpect(status().is(status)).andReturn().getResponse();
        assertThat(response.getContentAsString()).contains(why);
        assertThat(response.getCookie(SESSION)).isNull();
    }

    private int identities() {
        return purposes.as(
                Purpose.TECHNICAL,
                () -> jdbc.sql("select count(*) from directory.identity where account_id = :id")
                        .param("id", aino.value())
                        .query(Integer.class)
                        .single());
    }

    private AccountId account(String name, Role role) throws IOException {
        var address = name + "." + Ids.next().toString().substring(24) + "@kivijarvi.example";
        var made = staff.make(
                new Staff.Newcomer(name, address, "en", "Europe/Helsinki"), role.permissions(), Actor.system("test"));
        staff.setPassword(made, PASSWORD);
        return made;
    }
}
