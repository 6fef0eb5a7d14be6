package fi.seloste.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** One browser of a test: it keeps its session, and sends forms with the proof of the page they stand on. */
public final class Visit {

    private final MockMvc web;
    private @Nullable Cookie session;

    Visit(MockMvc web) {
        this.web = web;
    }

    /** A browser of somebody who signed in by password. */
    public static Visit of(MockMvc web, String email, String password) throws Exception {
        var visit = new Visit(web);
        visit.sends("/sign-in", "email", email, "password", password);
        assertThat(visit.session).as("a session of " + email).isNotNull();
        return visit;
    }

    public ResultActions opens(String page) throws Exception {
        return kept(web.perform(with(get(page))));
    }

    /** Opens an address with a cookie that is not the session's. */
    public ResultActions opensWith(URI page, Cookie beside) throws Exception {
        return kept(web.perform(with(get(page)).cookie(beside)));
    }

    public String html(String page) throws Exception {
        return opens(page).andReturn().getResponse().getContentAsString();
    }

    /** Sends a form to an address; names and values take turns. */
    public ResultActions sends(String url, String... fields) throws Exception {
        var form = session == null
                ? TestForms.withProof(web, post(url))
                : TestForms.withProof(web, post(url), session, "/account");
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return kept(web.perform(form));
    }

    @Nullable
    Cookie session() {
        return session;
    }

    /** Takes the cookie of an answer that was asked for otherwise. */
    void takes(ResultActions answer) {
        kept(answer);
    }

    private MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request) {
        return session == null ? request : request.cookie(session);
    }

    private ResultActions kept(ResultActions answer) {
        var given = answer.andReturn().getResponse().getCookie("seloste-80");
        if (given != null) {
            session = given.getValue() == null || given.getValue().isEmpty() ? null : given;
        }
        return answer;
    }
}
