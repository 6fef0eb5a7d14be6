package fi.seloste.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.TurnedClock;
import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@DatabaseTest
class AccountTest {

    private static final String PASSWORD = "seitsemän hiljaista lumipalloa";
    private static final Actor TEST = Actor.system("test");

    @Autowired
    MockMvc web;

    @Autowired
    Staff staff;

    @Autowired
    StaffDesk desk;

    @Autowired
    Links links;

    @Autowired
    Mail mail;

    @Autowired
    Purposes purposes;

    @Autowired
    TurnedClock clock;

    private AccountId oskari;
    private String oskarisEmail;

    @BeforeEach
    void oskari_manages_accounts() {
        oskarisEmail = "oskari." + Secret.readable(6) + "@kivijarvi.example";
        oskari = made("Oskari Salo", oskarisEmail, Role.OPERATOR);
    }

    @Test
    void a_newcomer_is_invited_by_letter_and_chooses_a_password() throws Exception {
        var email = "venla." + Secret.readable(6) + "@kivijarvi.example";
        var page = visit(oskarisEmail)
                .sends("/staff", "name", "Venla Harju", "email", email, "language", "fi", "role", "support-agent")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var link = linkIn(page);
        assertThat(mail.newest(1).getFirst().recipient()).isEqualTo(email);
        assertThat(mail.newest(1).getFirst().body()).contains(link);

        var venla = new Visit(web);
        venla.opens(link).andExpect(content().string(containsString("Venla Harju")));
        venla.sends(link, "password", "Venla Harju 1").andExpect(status().isBadRequest());
        venla.sends(link, "password", PASSWORD).andExpect(redirectedUrl("/"));
        new Visit(web).opens(link).andExpect(status().isGone());
        venla.opens("/account").andExpect(status().isOk());
    }

    @Test
    void whoever_lacks_the_permission_is_told_which() throws Exception {
        var email = "milla." + Secret.readable(6) + "@kivijarvi.example";
        made("Milla Ranta", email, Role.MARKETER);
        var milla = visit(email);
        milla.opens("/staff")
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("technical")));
        milla.sends("/staff/" + oskari + "/closure").andExpect(status().isForbidden());
        assertThat(staff.account(oskari).isDisabled()).isFalse();
    }

    @Test
    void permissions_are_set_cell_by_cell_and_hold_at_once() throws Exception {
        var milla = made("Milla Ranta", "milla." + Secret.readable(6) + "@kivijarvi.example", Role.MARKETER);
        visit(oskarisEmail)
                .sends(
                        "/staff/" + milla + "/permissions",
                        "support.see",
                        "team",
                        "billing.export",
                        "all",
                        "owner.see",
                        "all")
                .andExpect(redirectedUrl("/staff/" + milla));
        var now = staff.permissions(milla);
        assertThat(now.held())
                .containsExactlyInAnyOrder(
                        new Permission(Purpose.SUPPORT, Action.SEE, Scope.TEAM),
                        new Permission(Purpose.BILLING, Action.EXPORT, Scope.ALL));
        assertThat(now.may(Purpose.BILLING, Action.SEE)).isTrue();
        assertThat(now.may(Purpose.MARKETING, Action.SEE)).isFalse();
        assertThat(now.scope(Purpose.SUPPORT, Action.SEE)).contains(Scope.TEAM);
    }

    @Test
    void one_who_manages_accounts_cannot_give_what_they_do_not_hold() {
        var clerk = Permissions.allOf(Set.of(Purpose.TECHNICAL));
        var milla = made("Milla Ranta", "milla." + Secret.readable(6) + "@kivijarvi.example", Role.MARKETER);
        assertThatThrownBy(() -> staff.permit(milla, Role.OPERATOR.permissions(), TEST, clerk))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(staff.permissions(milla).may(Purpose.BILLING, Action.SEE)).isFalse();
    }

    @Test
    void a_letter_for_a_forgotten_password_goes_out_only_where_there_is_an_account() throws Exception {
        var before = mail.newest(100).size();
        var unknown = new Visit(web).sends("/sign-in/forgotten", "email", "nobody@kivijarvi.example");
        assertThat(mail.newest(100)).hasSize(before);
        var known = new Visit(web).sends("/sign-in/forgotten", "email", oskarisEmail);
        assertThat(mail.newest(100)).hasSize(before + 1);
        assertThat(known.andReturn().getResponse().getContentAsString())
                .isEqualTo(unknown.andReturn().getResponse().getContentAsString());

        var old = visit(oskarisEmail);
        var link = linkIn(mail.newest(1).getFirst().body());
        new Visit(web).sends(link, "password", "uusi ja pidempi lause").andExpect(redirectedUrl("/"));
        old.opens("/account").andExpect(redirectedUrl("/sign-in?next=%2Faccount"));
        visit(oskarisEmail, "uusi ja pidempi lause");
    }

    @Test
    void a_letter_never_carries_a_host_that_a_stranger_named() throws Exception {
        var before = mail.newest(100).size();
        var form = TestForms.withProof(web, MockMvcRequestBuilders.post("/sign-in/forgotten"));
        web.perform(form.param("email", oskarisEmail).with(request -> {
            request.setServerName("evil.example");
            return request;
        }));
        assertThat(mail.newest(100)).hasSize(before);
    }

    @Test
    void the_link_of_the_start_signs_in_once() throws Exception {
        var secret = purposes.as(Purpose.TECHNICAL, () -> links.make(oskari, Links.Kind.SIGN_IN));
        web.perform(MockMvcRequestBuilders.head("/sign-in/" + secret));
        var first = new Visit(web);
        first.opens("/sign-in/" + secret).andExpect(redirectedUrl("/"));
        first.opens("/account").andExpect(status().isOk());
        var replayed = new Visit(web);
        replayed.opens("/sign-in/" + secret).andExpect(status().isGone());
        assertThat(replayed.session()).isNull();
    }

    @Test
    void with_a_second_factor_the_password_alone_opens_nothing() throws Exception {
        var visit = visit(oskarisEmail);
        var secret = secretIn(visit.html("/account/second-factor"));
        visit.sends("/account/second-factor", "code", "000000").andExpect(status().isBadRequest());
        var paper = visit.sends("/account/second-factor", "code", code(secret))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        clock.advance(Duration.ofMinutes(1));
        var again = new Visit(web);
        again.sends("/sign-in", "email", oskarisEmail, "password", PASSWORD)
                .andExpect(redirectedUrl("/sign-in/code?next=%2F"));
        var waiting = again.session();
        again.opens("/account").andExpect(redirectedUrl("/sign-in?next=%2Faccount"));
        var code = code(secret);
        sendsCode(again, "123456").andExpect(status().isUnauthorized());
        sendsCode(again, code).andExpect(redirectedUrl("/"));
        again.opens("/account").andExpect(status().isOk());
        assertThat(again.session()).isNotNull().isNotEqualTo(waiting);

        var thief = new Visit(web);
        thief.sends("/sign-in", "email", oskarisEmail, "password", PASSWORD);
        sendsCode(thief, code).andExpect(status().isUnauthorized());
        var onPaper = Pattern.compile("<code>([a-z0-9]{5}-[a-z0-9]{5})</code>").matcher(paper);
        assertThat(onPaper.find()).isTrue();
        sendsCode(thief, onPaper.group(1)).andExpect(redirectedUrl("/"));
    }

    @Test
    void a_changed_password_ends_all_other_sessions_and_needs_the_present_one() throws Exception {
        var here = visit(oskarisEmail);
        var elsewhere = visit(oskarisEmail);
        here.sends("/account/password", "present", "not this one", "password", "uusi ja pidempi lause")
                .andExpect(status().isBadRequest());
        here.sends("/account/password", "present", PASSWORD, "password", "uusi ja pidempi lause")
                .andExpect(redirectedUrl("/account"));
        here.opens("/account").andExpect(status().isOk());
        elsewhere.opens("/account").andExpect(redirectedUrl("/sign-in?next=%2Faccount"));
    }

    @Test
    void one_ends_sessions_of_ones_own_only() throws Exception {
        var email = "milla." + Secret.readable(6) + "@kivijarvi.example";
        made("Milla Ranta", email, Role.MARKETER);
        var milla = visit(email);
        var oskarisHtml = visit(oskarisEmail).html("/account");
        var other = visit(oskarisEmail);
        var found = Pattern.compile("/account/sessions/([0-9a-f-]{36})/ending").matcher(other.html("/account"));
        assertThat(found.find()).isTrue();
        milla.sends("/account/sessions/" + found.group(1) + "/ending").andExpect(status().isNotFound());
        other.sends("/account/sessions/" + found.group(1) + "/ending").andExpect(redirectedUrl("/account"));
        assertThat(oskarisHtml).isNotEmpty();
    }

    @Test
    void the_last_who_manages_accounts_cannot_be_locked_out() {
        for (var other : staff.whoMay(Purpose.TECHNICAL, Action.MANAGE)) {
            if (!other.id().equals(oskari)) {
                staff.disable(other.id(), TEST);
            }
        }
        assertThatThrownBy(() -> staff.disable(oskari, TEST)).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> staff.permit(oskari, Role.MARKETER.permissions(), TEST, Role.OPERATOR.permissions()))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void an_account_belongs_to_one_person_with_a_name_and_an_address() {
        assertThatThrownBy(() -> made("", "a@kivijarvi.example", Role.FINANCE)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> made("Sales desk", "not an address", Role.FINANCE))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> made("Oskari again", oskarisEmail.toUpperCase(Locale.ROOT), Role.FINANCE))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_team_is_made_filled_and_tells_its_mates() throws Exception {
        var venla = made("Venla Harju", "venla." + Secret.readable(6) + "@kivijarvi.example", Role.SALESPERSON);
        var name = "North " + Secret.readable(4);
        visit(oskarisEmail).sends("/teams", "name", name).andExpect(redirectedUrl("/teams"));
        var team = desk.teams().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
        visit(oskarisEmail)
                .sends("/teams/" + team.teamId(), "name", name, "member", oskari.toString(), "member", venla.toString())
                .andExpect(redirectedUrl("/teams"));
        assertThat(staff.teamOf(venla)).containsExactlyInAnyOrder(venla, oskari);
        visit(oskarisEmail).opens("/teams").andExpect(content().string(containsString("Venla Harju")));
    }

    @Test
    void a_token_is_shown_once_and_never_again() throws Exception {
        var visit = visit(oskarisEmail);
        var page = visit.sends("/tokens", "name", "Web shop", "purpose", "support", "days", "30")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var shown = Pattern.compile("seloste_[A-Za-z0-9_-]{43}").matcher(page);
        assertThat(shown.find()).isTrue();
        assertThat(visit.html("/tokens")).contains("Web shop").doesNotContain(shown.group());
    }

    private ResultActions sendsCode(Visit visit, String code) throws Exception {
        var waiting = visit.session();
        assertThat(waiting).isNotNull();
        var form = TestForms.withProof(web, MockMvcRequestBuilders.post("/sign-in/code"), waiting, "/sign-in/code");
        var answer = web.perform(form.param("code", code));
        visit.takes(answer);
        return answer;
    }

    private AccountId made(String name, String email, Role role) {
        var id = staff.make(new Staff.Newcomer(name, email, "en", "Europe/Helsinki"), role.permissions(), TEST);
        staff.setPassword(id, PASSWORD);
        return id;
    }

    private Visit visit(String email) throws Exception {
        return visit(email, PASSWORD);
    }

    private Visit visit(String email, String password) throws Exception {
        return Visit.of(web, email, password);
    }

    private String code(String secret) {
        return Totp.code(secret, clock.instant().getEpochSecond() / 30);
    }

    private static String secretIn(String html) {
        var found =
                Pattern.compile("<code class=\"secret\">([A-Z2-7 ]+)</code>").matcher(html);
        assertThat(found.find()).isTrue();
        return found.group(1).replace(" ", "");
    }

    private static String linkIn(String text) {
        var found = Pattern.compile("/invitation/[A-Za-z0-9_-]{43}").matcher(text);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
