package fi.seloste.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@DatabaseTest
@Import(TokenTest.CounterApi.class)
class TokenTest {

    private static final Actor OPERATOR = Actor.system("test");

    @Autowired
    MockMvc web;

    @Autowired
    ApiTokens tokens;

    @Autowired
    CounterApi counter;

    @Autowired
    Staff staff;

    @Autowired
    SetUp setUp;

    @Autowired
    Start.Ways ways;

    @Autowired
    Tidying tidying;

    @Autowired
    TurnedClock clock;

    /** Counts how often it was really called. */
    @RestController
    @TestConfiguration(proxyBeanMethods = false)
    static class CounterApi {

        final AtomicInteger calls = new AtomicInteger();

        @GetMapping("/api/v1/test-count")
        @Needs(purpose = Purpose.SUPPORT, chosen = true)
        Map<String, String> look(Actor actor, Purpose purpose) {
            return Map.of("actor", actor.name(), "purpose", purpose.code());
        }

        @PostMapping("/api/v1/test-count")
        @Needs(purpose = Purpose.SUPPORT, action = Action.CHANGE)
        Map<String, Object> count(@RequestBody Map<String, Object> sent) {
            if (sent.containsKey("refuse")) {
                throw Problem.conflict("staff.setUp.done");
            }
            return Map.of("count", calls.incrementAndGet(), "name", sent.getOrDefault("name", ""));
        }

        @GetMapping("/api/v1/test-undeclared")
        String undeclared() {
            return "open";
        }
    }

    @Test
    void without_a_token_or_with_an_unknown_one_a_program_is_told_what_to_send() throws Exception {
        web.perform(get("/api/v1/test-count"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(header().exists("WWW-Authenticate"))
                .andExpect(jsonPath("$.detail").value(containsString("Authorization")));
        web.perform(get("/api/v1/test-count").header("Authorization", "Bearer seloste_" + Secret.next()))
                .andExpect(status().isUnauthorized());
        web.perform(get("/api/v1/test-count").header("Authorization", "Basic YTpi"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void a_token_works_in_its_purposes_and_in_no_other() throws Exception {
        var token = token("support:see", "billing");
        look(token, null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.purpose").value("support"));
        look(token, "billing")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.purpose").value("billing"));
        look(token, "marketing")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").isNotEmpty());
        look(token, "owner").andExpect(status().isBadRequest());
        count(token, "{}", null).andExpect(status().isForbidden());
    }

    @Test
    void a_handler_that_says_nothing_about_its_callers_is_closed() throws Exception {
        web.perform(get("/api/v1/test-undeclared").header("Authorization", "Bearer " + token("support")))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_revoked_or_expired_token_is_refused_at_once() throws Exception {
        var token = token("support");
        look(token, null).andExpect(status().isOk());
        var id = tokens.find(token).orElseThrow().tokenId();
        tokens.revoke(id, OPERATOR);
        look(token, null).andExpect(status().isUnauthorized());

        var short1 = tokens.make(
                new ApiTokens.Wish("short", List.of("support"), clock.instant().plus(Duration.ofDays(1))),
                OPERATOR,
                Role.OPERATOR.permissions());
        look(short1, null).andExpect(status().isOk());
        clock.advance(Duration.ofDays(2));
        look(short1, null).andExpect(status().isUnauthorized());
    }

    @Test
    void a_demonstration_that_starts_again_replaces_its_token() throws Exception {
        var demo = new Start(Settings.of(Map.of(Setting.DEMO, "true"), Map.of()), staff, setUp, tokens, ways);
        var first = String.valueOf(demo.token());
        look(first, null).andExpect(status().isOk());
        var second = String.valueOf(demo.token());

        look(first, null).andExpect(status().isUnauthorized());
        look(second, null).andExpect(status().isOk());
        assertThat(tokens.all()).filteredOn(one -> one.name().equals("Demo")).hasSize(1);
    }

    @Test
    void a_token_that_ended_a_month_ago_is_put_away() {
        tokens.make(
                new ApiTokens.Wish(
                        "month-old", List.of("support"), clock.instant().plus(Duration.ofDays(1))),
                OPERATOR,
                Role.OPERATOR.permissions());
        clock.advance(Duration.ofDays(30));
        tidying.run();
        assertThat(tokens.all()).extracting(Tokens.Token::name).contains("month-old");
        clock.advance(Duration.ofDays(2));
        tidying.run();
        assertThat(tokens.all()).extracting(Tokens.Token::name).doesNotContain("month-old");
    }

    @Test
    void nobody_hands_on_more_than_they_hold() {
        assertThatThrownBy(() -> tokens.make(
                        new ApiTokens.Wish("too much", List.of("billing"), null),
                        OPERATOR,
                        Role.SALESPERSON.permissions()))
                .isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    void what_is_sent_twice_with_one_key_is_done_once_and_answered_twice() throws Exception {
        var token = token("support");
        int before = counter.calls.get();
        var first = count(token, "{\"name\":\"Ada\"}", "key-1").andExpect(status().isOk());
        var second = count(token, "{\"name\":\"Ada\"}", "key-1")
                .andExpect(status().isOk())
                .andExpect(header().string("Idempotency-Replayed", "true"));
        assertThat(second.andReturn().getResponse().getContentAsString())
                .isEqualTo(first.andReturn().getResponse().getContentAsString());
        assertThat(counter.calls.get()).isEqualTo(before + 1);
    }

    @Test
    void a_key_used_for_something_else_is_refused() throws Exception {
        var token = token("support");
        count(token, "{\"name\":\"Ada\"}", "key-2").andExpect(status().isOk());
        count(token, "{\"name\":\"Eve\"}", "key-2").andExpect(status().is(422));
        count(token("support"), "{\"name\":\"Eve\"}", "key-2").andExpect(status().isOk());
    }

    @Test
    void what_was_refused_may_be_tried_again_with_the_same_key() throws Exception {
        var token = token("support");
        count(token, "{\"refuse\":true}", "key-3").andExpect(status().isConflict());
        count(token, "{\"name\":\"Ada\"}", "key-3").andExpect(status().isOk());
    }

    @Test
    void an_answer_is_forgotten_after_a_day() throws Exception {
        var token = token("support");
        int before = counter.calls.get();
        count(token, "{}", "key-4").andExpect(status().isOk());
        clock.advance(Duration.ofHours(25));
        count(token, "{}", "key-4").andExpect(status().isOk()).andExpect(header().doesNotExist("Idempotency-Replayed"));
        assertThat(counter.calls.get()).isEqualTo(before + 2);
    }

    @Test
    void a_hundred_calls_at_once_are_fine() throws Exception {
        var token = token("support");
        for (int i = 0; i < 100; i++) {
            look(token, null).andExpect(status().isOk());
        }
    }

    private String token(String... purposes) {
        return tokens.make(new ApiTokens.Wish("test", List.of(purposes), null), OPERATOR, Role.OPERATOR.permissions());
    }

    private ResultActions look(String token, @Nullable String purpose) throws Exception {
        var request = get("/api/v1/test-count").header("Authorization", "Bearer " + token);
        return web.perform(purpose == null ? request : request.header("Seloste-Purpose", purpose));
    }

    private ResultActions count(String token, String json, @Nullable String key) throws Exception {
        var request = post("/api/v1/test-count")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json);
        return web.perform(key == null ? request : request.header("Idempotency-Key", key));
    }
}
