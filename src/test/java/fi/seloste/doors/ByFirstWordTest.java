package fi.seloste.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Every address leads where it led. */
@DatabaseTest
class ByFirstWordTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    MockMvc web;

    @Test
    void every_handler_is_found_at_its_own_address() throws Exception {
        int found = 0;
        for (var one : handlers.getHandlerMethods().entrySet()) {
            var methods = one.getKey().getMethodsCondition().getMethods();
            boolean choosy = !one.getKey().getConsumesCondition().isEmpty()
                    || !one.getKey().getProducesCondition().isEmpty()
                    || !one.getKey().getParamsCondition().isEmpty()
                    || !one.getKey().getHeadersCondition().isEmpty();
            for (var pattern : one.getKey().getPatternValues()) {
                if (!methods.isEmpty() && !choosy && !pattern.matches(".*[*:].*")) {
                    var path = pattern.replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-00000000aaaa");
                    assertThat(at(methods.iterator().next().name(), path))
                            .as(pattern)
                            .isEqualTo(one.getValue().getMethod().toString());
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThan(300);
    }

    @Test
    void an_address_that_is_written_with_escapes_leads_to_the_same_door() throws Exception {
        for (var path : new String[] {"/privacy/answer/nobody", "/%70rivacy/answer/nobody"}) {
            web.perform(get(URI.create(path))).andExpect(status().isNotFound());
            web.perform(put(URI.create(path))).andExpect(status().is4xxClientError());
        }
        assertThat(at("GET", "/%70rivacy/answer/x")).isEqualTo(at("GET", "/privacy/answer/x"));
        assertThat(at("GET", "/u/x")).isNotEqualTo(at("POST", "/u/x"));
        web.perform(post("/u/nobody/nowhere")).andExpect(status().is4xxClientError());
    }

    private String at(String method, String path) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        var chain = handlers.getHandler(request);
        return chain != null && chain.getHandler() instanceof HandlerMethod handler
                ? handler.getMethod().toString()
                : "";
    }
}
