package fi.seloste.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(
        classes = UiSlice.class,
        properties = {"seloste.texts.strict=true", "spring.web.resources.add-mappings=false"})
@AutoConfigureMockMvc
@ActiveProfiles("test")
@ExtendWith(OutputCaptureExtension.class)
class FrameTest {

    @Autowired
    MockMvc mvc;

    @Test
    void a_page_stands_in_the_frame_with_menu_purpose_and_viewer() throws Exception {
        mvc.perform(get("/ui"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ada Koskinen")))
                .andExpect(content().string(containsString("<b>customer relationship</b>")))
                .andExpect(content().string(containsString("1\u00a0200")))
                .andExpect(content().string(containsString(">TL</span>")))
                .andExpect(content().string(containsString("<html lang=\"en\">")))
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void nothing_inline_is_needed_and_nothing_foreign_is_allowed() throws Exception {
        mvc.perform(get("/ui"))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(content().string(not(containsString(" style="))))
                .andExpect(content().string(not(containsString("<style"))))
                .andExpect(content().string(not(containsString("src=\"http"))));
    }

    @Test
    void the_browser_or_the_address_chooses_the_language() throws Exception {
        mvc.perform(get("/ui").header("Accept-Language", "fi"))
                .andExpect(content().string(containsString("Siirry sisältöön")));
        mvc.perform(get("/ui").header("Accept-Language", "fi").cookie(new Cookie("lang", "sv")))
                .andExpect(content().string(containsString("Gå till innehållet")));
        mvc.perform(get("/ui").param("lang", "en").cookie(new Cookie("lang", "sv")))
                .andExpect(content().string(containsString("Skip to content")));
    }

    @Test
    void a_theme_is_chosen_by_the_system_unless_the_viewer_chose_one() throws Exception {
        mvc.perform(get("/ui")).andExpect(content().string(not(containsString("data-bs-theme"))));
        mvc.perform(get("/ui").cookie(new Cookie("theme", "dark")))
                .andExpect(content().string(containsString("data-bs-theme=\"dark\"")));
    }

    @Test
    void preferences_are_kept_in_the_browser_and_lead_back() throws Exception {
        mvc.perform(post("/preferences")
                        .param("theme", "dark")
                        .param("back", "/ui")
                        .with(csrf()))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/ui"))
                .andExpect(header().string("Set-Cookie", containsString("theme=dark")));
        mvc.perform(post("/preferences")
                        .param("lang", "fi")
                        .param("back", "//evil.example")
                        .with(csrf()))
                .andExpect(header().string("Location", "/"));
    }

    @Test
    void what_was_done_is_said_once_on_the_next_page() throws Exception {
        var said = mvc.perform(
                        post("/ui/dialog").param("reason", "asked by phone").with(csrf()))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getCookie("said");

        mvc.perform(get("/ui").cookie(said))
                .andExpect(content().string(containsString("Marketing banned: asked by phone")))
                .andExpect(content().string(containsString("action=\"/ui/undo\"")))
                .andExpect(header().string("Set-Cookie", containsString("Max-Age=0")));
        mvc.perform(get("/ui")).andExpect(content().string(not(containsString("Marketing banned: asked"))));
    }

    @Test
    void a_forged_saying_is_not_shown() throws Exception {
        mvc.perform(get("/ui").cookie(new Cookie("said", "ZG9uZR91aS5za2lwHw.AAAA")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("said-note"))));
    }

    @Test
    void a_missing_page_says_so_with_the_way_home() throws Exception {
        mvc.perform(get("/nowhere"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("The address leads nowhere")));
    }

    @Test
    void a_bug_gives_a_number_and_no_details() throws Exception {
        mvc.perform(get("/ui/bug"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(containsString("Tell this number")))
                .andExpect(content().string(not(containsString("IllegalState"))))
                .andExpect(content().string(not(containsString("made for the style guide"))));
    }

    @Test
    void the_log_tells_where_a_bug_is_without_what_people_sent(CapturedOutput log) throws Exception {
        mvc.perform(get("/ui/bug"));

        assertThat(log.getAll()).contains("java.lang.IllegalStateException", "ShowcasePages.bug");
        assertThat(log.getAll()).doesNotContain("made for the style guide");
    }

    @Test
    void a_refused_form_on_a_living_page_gets_the_sentence_only() throws Exception {
        mvc.perform(post("/ui/dialog")
                        .param("reason", " ")
                        .header("HX-Request", "true")
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(header().string("Seloste-Problem", "reason"))
                .andExpect(content().string(containsString("Fill this in.")))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void a_page_asked_for_a_dialog_comes_without_the_frame() throws Exception {
        mvc.perform(get("/ui/dialog").header("Seloste-Frame", "dialog"))
                .andExpect(content().string(containsString("Ban marketing to Ada Koskinen")))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void programs_get_problem_json_in_their_language() throws Exception {
        mvc.perform(get("/api/ui/missing").header("Accept-Language", "fi"))
                .andExpect(status().isBadRequest())
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(jsonPath("$.field").value("email"))
                .andExpect(jsonPath("$.detail").value(containsString("ei ole sähköpostiosoite")));
        mvc.perform(get("/api/nowhere"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.status").value(404));
    }

    @Test
    void static_files_are_kept_by_their_content_and_sent_compressed() throws Exception {
        var page = mvc.perform(get("/ui")).andReturn().getResponse().getContentAsString();
        var url = page.replaceAll("(?s).*href=\"(/assets/[0-9a-f]+/app\\.css)\".*", "$1");

        mvc.perform(get(url).header("Accept-Encoding", "gzip"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Encoding", "gzip"))
                .andExpect(header().string("Cache-Control", containsString("immutable")));
        mvc.perform(get("/assets/000000000000/app.css")).andExpect(header().string("Cache-Control", "no-cache"));
        mvc.perform(get("/assets/000000000000/../secret.css")).andExpect(status().isNotFound());
    }
}
