package fi.seloste.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.datamap.Compiler;
import fi.seloste.datamap.Declared;
import fi.seloste.notice.DeclarationReader;
import fi.seloste.notice.Notice;
import fi.seloste.notice.NoticeJson;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The notice as programs read, draft and publish it. */
@DatabaseTest
class NoticeApiTest {

    @Autowired
    MockMvc web;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Notice notice;

    @Autowired
    Compiler compiler;

    @Autowired
    Declared declared;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    private String token;

    @BeforeEach
    void theShippedNoticeIsInForce() {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("delete from notice.version").update();
            jdbc.sql("delete from publishing.draft").update();
        });
        notice.lookAgain();
        compiler.compile(declared);
        token = token("rights");
    }

    @Test
    void a_program_drafts_examines_and_publishes_and_everybody_reads_it() throws Exception {
        var text = DeclarationReader.shippedText().replaceFirst("period: P24M", "period: P36M");
        call(put("/api/v1/notice/draft").contentType("application/yaml").content(text))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.findings").isEmpty())
                .andExpect(jsonPath("$.material").value(true))
                .andExpect(jsonPath("$.changes[0].sentence").value(containsString("3 years")));
        web.perform(get("/api/v1/notice/versions"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items").isEmpty());

        call(post("/api/v1/notice/publication").contentType("application/json").content("{\"note\":\"Longer\"}"))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/v1/notice/versions/1"))
                .andExpect(jsonPath("$.number").value(1));

        web.perform(get("/api/v1/notice"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version.number").value(1))
                .andExpect(jsonPath("$.sha256").value(NoticeJson.sha256(notice.inForce())))
                .andExpect(jsonPath("$.version.note").value("Longer"));
        web.perform(get("/api/v1/notice").accept("application/yaml"))
                .andExpect(content().string(containsString("period: P36M")));
        web.perform(get("/api/v1/notice").accept("application/ld+json"))
                .andExpect(content().string(containsString("dpv:DataController")));
        web.perform(get("/api/v1/notice/versions/1"))
                .andExpect(jsonPath("$.version.number").value(1));
        web.perform(get("/notice.txt?lang=en")).andExpect(content().string(containsString("3 years")));
    }

    @Test
    @Policy("N9")
    void a_draft_that_another_changed_is_refused_by_its_tag() throws Exception {
        var text = DeclarationReader.shippedText();
        call(put("/api/v1/notice/draft").contentType("application/yaml").content(text + "\n# one"))
                .andExpect(status().isOk());
        call(put("/api/v1/notice/draft")
                        .header("If-Match", "\"0\"")
                        .contentType("application/yaml")
                        .content(text + "\n# two"))
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.detail").value(containsString("Somebody changed the draft")));
    }

    @Test
    @Policy("N10")
    void a_file_that_is_no_declaration_is_answered_with_line_and_remedy_and_changes_nothing() throws Exception {
        call(put("/api/v1/notice/draft").contentType("application/yaml").content("format: 1\nlanguages: [en]\n  oops"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("declaration.yaml, line")));
        call(post("/api/v1/notice/lint").contentType("application/yaml").content("a: &b [*b, *b]"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.flaws[0].line").value(1));
        call(get("/api/v1/notice/draft")).andExpect(jsonPath("$.version").value(0));
    }

    @Test
    void the_linter_answers_for_the_notice_in_force_and_for_one_that_is_sent() throws Exception {
        call(get("/api/v1/notice/lint"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items").isEmpty());
        var bad = DeclarationReader.shippedText().replace("  fee: none", "  fee: free-once-a-year");
        call(post("/api/v1/notice/lint").contentType("application/yaml").content(bad))
                .andExpect(jsonPath("$.items[*].id").value(hasItem("freeOnceAYear")));
    }

    @Test
    void notice_record_and_data_map_are_linked_data_in_terms_that_the_vocabulary_has() throws Exception {
        var known = new String(
                        getClass().getResourceAsStream("/notice/dpv-2.3.txt").readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        for (var path : List.of("/api/v1/notice", "/api/v1/record-of-processing", "/api/v1/data-map")) {
            var answer = call(get(path).accept("application/ld+json"))
                    .andExpect(status().isOk())
                    .andExpect(content().contentTypeCompatibleWith("application/ld+json"))
                    .andExpect(jsonPath("$['@context'].dpv").value("https://w3id.org/dpv#"))
                    .andExpect(jsonPath("$['@graph'][0]['@id']").exists())
                    .andExpect(jsonPath("$['@graph'][0]['@type']").value(startsWith("dpv:")))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            var terms = Pattern.compile("\"((?:dpv|pd|eu-gdpr):[^\"]+)\"")
                    .matcher(answer)
                    .results()
                    .map(term -> term.group(1))
                    .toList();
            assertThat(terms).as(path).hasSizeGreaterThan(20).isSubsetOf(known);
        }
        call(get("/api/v1/data-map").accept("application/ld+json"))
                .andExpect(jsonPath("$['@graph'][?(@['@id'] == '#table-register.person')]['dct:isPartOf']['@id']")
                        .value("#category-contact-information"))
                .andExpect(jsonPath(
                                "$['@graph'][*]['dct:hasPart'][?(@['@id'] == '#column-register.person.name')]['@type']")
                        .value("pd:Name"));
        call(get("/api/v1/data-map")).andExpect(jsonPath("$.items[*].table", hasItem("register.person")));
    }

    @Test
    void whoever_may_not_manage_rights_reads_only_what_is_public() throws Exception {
        token = token("customer");
        call(get("/api/v1/notice")).andExpect(status().isOk());
        call(get("/api/v1/notice/draft")).andExpect(status().isForbidden());
        call(post("/api/v1/notice/publication").contentType("application/json").content("{}"))
                .andExpect(status().isForbidden());
        token = token("rights:see");
        call(get("/api/v1/record-of-processing"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.activities").isNotEmpty());
        call(put("/api/v1/notice/draft").contentType("application/yaml").content("x"))
                .andExpect(status().isForbidden());
        assertThat(notice.versions()).isEmpty();
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + token).header("Accept-Language", "en"));
    }

    private String token(String purpose) {
        return tokens.make(
                new ApiTokens.Wish("Officer", List.of(purpose), null),
                new Actor(Actor.Kind.STAFF, Ids.next(), "Helmi Virtanen"),
                Permissions.allOf(List.of(Purpose.RIGHTS, Purpose.CUSTOMER)));
    }
}
