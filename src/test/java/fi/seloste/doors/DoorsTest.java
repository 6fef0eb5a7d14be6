package fi.seloste.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Actor;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Doors;
import fi.seloste.staff.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DatabaseTest
class DoorsTest {

    @Autowired
    MockMvc web;

    @Autowired
    Limits limits;

    @Autowired
    ApiTokens tokens;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void every_handler_says_who_may_come_in() {
        var silent = new ArrayList<String>();
        handlers.getHandlerMethods().forEach((mapping, method) -> {
            if (!Doors.isDeclared(method)) {
                silent.add(method.getBeanType().getSimpleName() + "."
                        + method.getMethod().getName() + " " + mapping.getPatternValues());
            }
        });
        assertThat(silent).as("handlers without @Needs, @Anybody or @Public").isEmpty();
    }

    @Test
    void unencrypted_requests_are_answered_on_this_machine_only() throws Exception {
        web.perform(get("/sign-in")).andExpect(status().is3xxRedirection());
        var refused = web.perform(get("/sign-in").with(request -> {
                    request.setRemoteAddr("192.0.2.7");
                    return request;
                }))
                .andExpect(status().isForbidden())
                .andReturn()
                .getResponse();
        assertThat(refused.getContentAsString()).contains("TLS", "--trusted-proxies");
        assertThat(refused.getHeaderNames()).doesNotContain("Set-Cookie");
    }

    @Test
    void what_a_stranger_says_of_its_own_address_is_not_believed() throws Exception {
        web.perform(get("/sign-in")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-For", "127.0.0.1")
                        .with(request -> {
                            request.setRemoteAddr("192.0.2.7");
                            return request;
                        }))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_flood_from_one_token_or_address_is_slowed_and_others_are_not() {
        var limits = new Limits(100);
        var token = UUID.randomUUID();
        for (int i = 0; i < 100; i++) {
            assertThat(limits.ofToken(token)).isZero();
        }
        long waits = 0;
        for (int i = 0; i < 10_000; i++) {
            waits = Math.max(waits, limits.ofToken(token));
        }
        assertThat(waits).isPositive();
        assertThat(limits.ofToken(UUID.randomUUID())).isZero();

        long waitsToSend = 0;
        for (int i = 0; i < 200; i++) {
            waitsToSend = Math.max(waitsToSend, limits.ofSending("192.0.2.7"));
        }
        assertThat(waitsToSend).isPositive();
        assertThat(limits.ofSending("192.0.2.8")).isZero();
    }

    @Test
    void the_description_of_the_api_is_open_and_names_only_what_callers_send() throws Exception {
        var description = web.perform(get("/api/openapi.json"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(description)
                .contains("/api/v1/people", "\"bearer\"")
                .doesNotContain("\"name\":\"actor\"", "\"/account\"");
        web.perform(get("/v3/api-docs")).andExpect(status().is3xxRedirection());
    }

    @Test
    void the_watchman_learns_that_it_works_and_nothing_else() throws Exception {
        var answer = web.perform(get("/health"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString()).isEqualTo("{\"status\":\"up\"}");
        assertThat(answer.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void a_program_that_floods_is_told_when_to_come_back() throws Exception {
        var wish = new ApiTokens.Wish("flood", List.of("customer:see"), null);
        var token = tokens.make(wish, Actor.system("test"), Role.OPERATOR.permissions());
        var id = tokens.find(token).orElseThrow().tokenId();
        MockHttpServletResponse answer;
        do {
            drain(id);
            answer = web.perform(get("/api/v1/people").header("Authorization", "Bearer " + token))
                    .andReturn()
                    .getResponse();
        } while (answer.getStatus() == 200);
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
    }

    private void drain(UUID token) {
        while (limits.ofToken(token) == 0) {
            // the bucket is not empty yet
        }
    }

    @Test
    void a_household_counts_as_one_address() {
        assertThat(Network.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Network.of("2001:db8:1:2:ffff::1"));
        assertThat(Network.of("2001:db8:1:2::1")).isNotEqualTo(Network.of("2001:db8:1:3::1"));
        assertThat(Network.of("192.0.2.7")).isEqualTo("192.0.2.7");
    }
}
