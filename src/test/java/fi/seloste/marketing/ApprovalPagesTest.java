package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@MarketingTest
class ApprovalPagesTest {

    private static final String WORD = "neljä sinistä sipulia";
    private static int colleagues;

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Staff staff;

    @Autowired
    Ruling ruling;

    @Autowired
    ApiTokens tokens;

    @Autowired
    MockMvc web;

    private AccountId jennys;
    private AccountId oskars;
    private Visit jenny;
    private Visit oskar;
    private UUID campaign;
    private String page;
    private String token;

    @BeforeEach
    void two_who_may_send_and_a_campaign() throws Exception {
        sink.open();
        ruling.set(new HouseRule(ruling.now().version(), true, HouseRule.Cap.USUAL), Actor.system("test"));
        jennys = account("Jenny Sandberg", Role.MARKETER);
        oskars = account("Oskar Nyman", Role.MARKETER);
        jenny = visit(jennys);
        oskar = visit(oskars);
        token = tokens.make(
                new ApiTokens.Wish("Newsroom", List.of("marketing:change"), null),
                staff.account(jennys).actor(),
                Role.MARKETER.permissions());
        var firm = readers.firm("Kuitukoski %d Oy".formatted(colleagues));
        readers.met(firm, "Ada Kuitu", "ada%d@kuitukoski.example".formatted(colleagues), "fi");
        readers.ban(readers.met(firm, "Boris Kuitu", "boris%d@kuitukoski.example".formatted(colleagues), "fi"));
        campaign = readers.campaign(firm);
        page = "/marketing/campaigns/" + campaign;
    }

    @Test
    @Policy("M12")
    void by_the_pages_one_asks_and_another_sees_what_would_leave_and_approves() throws Exception {
        assertThat(jenny.html(page)).contains("Ask for approval", "Oskar Nyman", "wants a second person");
        jenny.sends(page + "/sending").andExpect(status().isConflict());
        jenny.sends(page + "/approval", "of", oskars.toString(), "note", "Before noon, please");

        assertThat(jenny.html(page)).contains("waits for an answer", "Before noon, please");
        assertThat(oskar.html("/")).contains("Campaign to approve: Autumn letter");
        assertThat(jenny.html("/")).doesNotContain("Campaign to approve: Autumn letter");
        var shown = oskar.html(page + "/approval");
        assertThat(shown)
                .contains("Syksyn uutiset", "Autumn news", "banned marketing", "Number of messages", "Approve")
                .doesNotContain("Boris");
        assertThat(jenny.html(page + "/approval")).doesNotContain("name=\"seal\"");

        oskar.sends(page + "/approval/return", "reason", "").andExpect(status().isBadRequest());
        jenny.sends(page + "/approval/grant", "seal", seal(shown)).andExpect(status().isForbidden());
        oskar.sends(page + "/approval/grant", "seal", seal(shown)).andExpect(status().is3xxRedirection());
        assertThat(jenny.html(page)).contains("Oskar Nyman approved it for 1 reader", "Send to 1");
        jenny.sends(page + "/sending").andExpect(status().is3xxRedirection());
        assertThat(readers.marketing.get(campaign).state()).isEqualTo(Campaign.State.SENDING);
    }

    @Test
    @Policy("M12")
    void a_program_asks_and_reads_and_sends_what_was_approved_and_cannot_approve() throws Exception {
        var path = "/api/v1/campaigns/" + campaign;
        var owned = token;
        token = tokens.make(
                new ApiTokens.Wish("Nobody's", List.of("marketing:change"), null),
                Actor.system("test"),
                Role.MARKETER.permissions());
        send(post(path + "/approval"), "{}").andExpect(status().isForbidden());
        token = owned;
        call(get(path + "/approval")).andExpect(status().isNotFound());
        send(post(path + "/send"), "{}").andExpect(status().isConflict());
        send(post(path + "/approval"), "{\"of\": \"%s\"}".formatted(jennys))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("of"));
        send(post(path + "/approval"), "{\"startsAt\": \"soon\"}").andExpect(status().isBadRequest());
        send(post(path + "/approval"), "{\"note\": \"From the newsroom\"}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("asked"))
                .andExpect(jsonPath("$.askedBy").value(jennys.toString()))
                .andExpect(jsonPath("$.people").value(1));
        var seal = seal(oskar.html(page + "/approval"));
        jenny.sends(page + "/approval/grant", "seal", seal).andExpect(status().isForbidden());
        send(post(path + "/approval/grant"), "{\"seal\": \"%s\"}".formatted(seal))
                .andExpect(status().isNotFound());
        send(post(path + "/send"), "{}").andExpect(status().isConflict());

        oskar.sends(page + "/approval/grant", "seal", seal).andExpect(status().is3xxRedirection());
        call(get(path + "/approval"))
                .andExpect(jsonPath("$.state").value("approved"))
                .andExpect(jsonPath("$.decidedBy").value(oskars.toString()));
        call(delete(path + "/approval")).andExpect(status().isNoContent());
        send(post(path + "/send"), "{}").andExpect(status().isConflict());
        call(delete(path + "/approval")).andExpect(status().isConflict());
    }

    @Test
    void the_rules_are_seen_by_whoever_markets_and_set_by_whoever_manages_it() throws Exception {
        assertThat(jenny.html("/marketing/rules"))
                .contains("A second person", "disabled")
                .doesNotContain(">Save<");
        jenny.sends("/marketing/rules", "most", "9", "days", "9").andExpect(status().isForbidden());
        var aino = visit(account("Aino Lehtonen", Role.OPERATOR));
        var version = String.valueOf(ruling.now().version());
        aino.sends("/marketing/rules", "version", version, "most", "many", "days", "9")
                .andExpect(status().isBadRequest());
        aino.sends("/marketing/rules", "version", version, "most", "", "days", "9");
        assertThat(ruling.now().cap().isSet()).isFalse();
        assertThat(ruling.now().secondPerson()).isFalse();
        aino.sends("/marketing/rules", "version", version, "most", "2", "days", "9")
                .andExpect(status().isConflict());

        call(get("/api/v1/campaign-rules"))
                .andExpect(jsonPath("$.secondPerson").value(false))
                .andExpect(jsonPath("$.days").value(9));
        send(put("/api/v1/campaign-rules"), "{\"secondPerson\": true, \"days\": 30}")
                .andExpect(status().isForbidden());
        token = tokens.make(
                new ApiTokens.Wish("Rules", List.of("marketing:manage", "marketing:see"), null),
                Actor.system("test"),
                Role.OPERATOR.permissions());
        var seen = ruling.now().version();
        send(put("/api/v1/campaign-rules"), "{\"version\": %d, \"secondPerson\": true, \"days\": 400}".formatted(seen))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("days"));
        send(put("/api/v1/campaign-rules"), "{\"version\": %d, \"days\": 30}".formatted(seen))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("secondPerson"));
        send(
                        put("/api/v1/campaign-rules"),
                        "{\"version\": %d, \"secondPerson\": true, \"most\": 3, \"days\": 30}".formatted(seen))
                .andExpect(jsonPath("$.most").value(3))
                .andExpect(jsonPath("$.version").value(seen + 1));
        send(put("/api/v1/campaign-rules"), "{\"version\": %d, \"secondPerson\": true, \"days\": 30}".formatted(seen))
                .andExpect(status().isPreconditionFailed());
    }

    private static String seal(String html) {
        var found = Pattern.compile("name=\"seal\" value=\"([0-9a-f]{64})\"").matcher(html);
        assertThat(found.find()).as("a button to approve").isTrue();
        return found.group(1);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return call(request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + token).header("Accept-Language", "en"));
    }

    private AccountId account(String name, Role role) {
        var email = "approver%d@halytin.example".formatted(colleagues++);
        var id = staff.make(
                new Staff.Newcomer(name, email, "en", "Europe/Helsinki"), role.permissions(), Actor.system("test"));
        staff.setPassword(id, WORD);
        return id;
    }

    private Visit visit(AccountId account) throws Exception {
        return Visit.of(web, staff.account(account).email(), WORD);
    }
}
