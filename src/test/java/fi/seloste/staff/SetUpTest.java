package fi.seloste.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.store.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The first visit, in the order in which it happens. */
@DatabaseTest
@Import(SetUpTest.Listening.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetUpTest {

    @Autowired
    MockMvc web;

    @Autowired
    Staff staff;

    @Autowired
    Start start;

    @Autowired
    Listening listening;

    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {

        final List<ControllerNamed> heard = new ArrayList<>();

        @EventListener
        void hear(ControllerNamed controller) {
            heard.add(controller);
        }
    }

    @Test
    @Order(1)
    void before_there_is_an_account_every_page_leads_to_the_set_up() throws Exception {
        web.perform(get("/account")).andExpect(redirectedUrl("/set-up"));
        web.perform(get("/sign-in")).andExpect(redirectedUrl("/set-up"));
    }

    @Test
    @Order(2)
    void from_another_machine_only_the_code_of_the_console_opens_it() throws Exception {
        var link = start.signIn("https://seloste.kivijarvi.example");
        assertThat(link).startsWith("https://seloste.kivijarvi.example/set-up?code=");
        var code = link.substring(link.indexOf('=') + 1);
        elsewhere(get("/set-up")).andExpect(content().string(not(containsString("name=\"controller\""))));
        elsewhere(get("/set-up").param("code", "wrong2code"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(not(containsString("name=\"controller\""))));
        elsewhere(get("/set-up").param("code", code))
                .andExpect(content().string(containsString("name=\"controller\"")));
    }

    @Test
    @Order(3)
    void a_foreign_name_that_points_to_this_machine_does_not_open_it() throws Exception {
        web.perform(get("/set-up").with(request -> {
                    request.setServerName("evil.example");
                    return request;
                }))
                .andExpect(content().string(not(containsString("name=\"controller\""))));
        web.perform(get("/set-up").header("X-Forwarded-For", "192.0.2.7"))
                .andExpect(content().string(not(containsString("name=\"controller\""))));
    }

    @Test
    @Order(4)
    void what_is_wrong_is_said_beside_the_field_and_nothing_is_made() throws Exception {
        sends("businessId", "1234567-8").andExpect(status().isBadRequest());
        sends("password", "short").andExpect(status().isBadRequest());
        sends("controller", " ").andExpect(status().isBadRequest());
        sends("privacyContact", "somebody").andExpect(status().isBadRequest());
        sends("privacyContact", "x@").andExpect(status().isBadRequest());
        assertThat(staff.isEmpty()).isTrue();
        assertThat(listening.heard).isEmpty();
    }

    @Test
    @Order(5)
    void the_first_visitor_names_the_controller_and_may_do_everything() throws Exception {
        sends("businessId", "1234567-1").andExpect(redirectedUrl("/"));
        var first = staff.byEmail("helmi.aalto@kivijarvi.example").orElseThrow();
        assertThat(staff.permissions(first.id()).may(Purpose.TECHNICAL, Action.MANAGE))
                .isTrue();
        assertThat(listening.heard).singleElement().satisfies(controller -> {
            assertThat(controller.name()).isEqualTo("Kivijärvi Oy");
            assertThat(controller.by().name()).isEqualTo("Helmi Aalto");
        });
    }

    @Test
    @Order(6)
    void afterwards_the_door_is_walled_up() throws Exception {
        web.perform(get("/set-up")).andExpect(redirectedUrl("/sign-in"));
        sends("email", "second@kivijarvi.example").andExpect(redirectedUrl("/sign-in"));
        assertThat(staff.accounts()).hasSize(1);
        assertThat(start.signIn("http://localhost")).isNull();
        assertThat(start.token()).isNull();
    }

    private ResultActions sends(String field, String value) throws Exception {
        var page = web.perform(get("/set-up").param("lang", "en")).andReturn().getResponse();
        var form = post("/set-up");
        var proof = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.getContentAsString());
        if (proof.find()) {
            form.cookie(page.getCookie("seloste-80-visit")).param("_csrf", proof.group(1));
        } else {
            form = TestForms.withProof(web, form);
        }
        var fields = new LinkedHashMap<>(Map.of(
                "controller", "Kivijärvi Oy",
                "address", "Rantatie 1, 40100 Jyväskylä",
                "privacyContact", "tietosuoja@kivijarvi.example",
                "name", "Helmi Aalto",
                "email", "helmi.aalto@kivijarvi.example",
                "password", "seitsemän hiljaista lumipalloa",
                "language", "fi"));
        fields.put(field, value);
        for (var entry : fields.entrySet()) {
            form.param(entry.getKey(), entry.getValue());
        }
        return web.perform(form);
    }

    private ResultActions elsewhere(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.secure(true).with(from -> {
            from.setRemoteAddr("192.0.2.7");
            from.setServerName("seloste.kivijarvi.example");
            return from;
        }));
    }
}
