package fi.seloste.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Sends forms as a browser does: with the proof of the page they stand on. */
final class TestForms {

    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private TestForms() {}

    /** A visitor's form. */
    static MockHttpServletRequestBuilder withProof(MockMvc web, MockHttpServletRequestBuilder form) throws Exception {
        var page = web.perform(get("/sign-in")).andReturn().getResponse();
        var cookie = page.getCookie("seloste-80-visit");
        assertThat(cookie).isNotNull();
        return form.cookie(cookie).param("_csrf", proof(page.getContentAsString()));
    }

    /** A form on a page of somebody who signed in. */
    static MockHttpServletRequestBuilder withProof(
            MockMvc web, MockHttpServletRequestBuilder form, Cookie session, String page) throws Exception {
        var html =
                web.perform(get(page).cookie(session)).andReturn().getResponse().getContentAsString();
        return form.cookie(session).param("_csrf", proof(html));
    }

    private static String proof(String html) {
        var found = PROOF.matcher(html);
        assertThat(found.find()).as("a form with a proof in %s", html).isTrue();
        return found.group(1);
    }
}
