package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@MarketingTest
class CampaignsApiTest {

    private static final String CAMPAIGN = """
            {"name": "Autumn", "purpose": "role-marketing", "senderName": "Jenny", "segment": "%s", "perMinute": 0, "languages": ["en"],
             "subjects": {"en": "News for {{firstName|you}}"}, "why": {"en": "you look after preparedness"},
             "blocks": [{"kind": "text", "words": {"en": "Hello <script>x</script> {{firstName|there}}"}}]}""";

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Sending sending;

    @Autowired
    ApiTokens tokens;

    @Autowired
    MockMvc web;

    private String token;

    @BeforeEach
    void a_program_of_marketing() {
        sink.open();
        token = token(Purpose.MARKETING);
    }

    @Test
    @Policy({"M1", "M2"})
    void a_program_builds_sends_and_reads_the_report_and_no_answer_names_who_is_banned() throws Exception {
        var firm = readers.firm("Jokivoima Oy");
        readers.met(firm, "Ada Koskinen", "ada@jokivoima.example", "en");
        readers.ban(readers.met(firm, "Boris Lindqvist", "boris@jokivoima.example", "en"));
        var segment = id(send(post("/api/v1/segments"), """
                        {"name": "Jokivoima", "groups": [{"match": "any", "conditions": [{"field": "organisation", "value": "%s"}]}]}""".formatted(firm)).andExpect(status().isCreated()));
        call(get("/api/v1/segments/" + segment + "/count"))
                .andExpect(jsonPath("$.people").value(1));
        call(get("/api/v1/segments/" + segment + "/reach"))
                .andExpect(jsonPath("$.people").value(2))
                .andExpect(jsonPath("$.reached").value(1))
                .andExpect(jsonPath("$.excluded[0].reason").value("banned"));
        call(get("/api/v1/segments/" + segment + "/people?limit=1"))
                .andExpect(jsonPath("$.items[0].name").value("Ada Koskinen"))
                .andExpect(content().string(Matchers.not(Matchers.containsString("Boris"))));

        var made = send(post("/api/v1/campaigns"), CAMPAIGN.formatted(segment)).andExpect(status().isCreated());
        made.andExpect(jsonPath("$.blocks[0].words.en").value("Hello  {{firstName|there}}"))
                .andExpect(jsonPath("$.removed[0]").value("<script>"));
        var path = "/api/v1/campaigns/" + id(made);
        send(post(path + "/send"), "{}").andExpect(jsonPath("$.state").value("sending"));
        sending.run();

        call(get(path + "/report"))
                .andExpect(jsonPath("$.state").value("sent"))
                .andExpect(jsonPath("$.sent").value(1))
                .andExpect(jsonPath("$.excluded[0].people").value(1));
        assertThat(sink.readers()).containsExactly("ada@jokivoima.example");
        send(post(path + "/send"), "{}").andExpect(status().isConflict());
        call(post(path + "/pause")).andExpect(status().isConflict());
    }

    @Test
    void what_cannot_be_taken_is_refused_by_its_field_and_what_blocks_is_told() throws Exception {
        send(post("/api/v1/segments"), "{\"name\": \"\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("name"));
        send(post("/api/v1/segments"), """
                {"name": "x", "groups": [{"conditions": [{"field": "email", "value": "x"}]}]}""")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("field"));
        send(post("/api/v1/campaigns"), "{\"name\": \"x\", \"purpose\": \"role-marketing\", \"languages\": [\"de\"]}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("languages"));
        var bare = id(send(
                        post("/api/v1/campaigns"),
                        "{\"name\": \"x\", \"purpose\": \"role-marketing\", \"languages\": [\"en\"]}")
                .andExpect(status().isCreated()));
        send(post("/api/v1/campaigns/" + bare + "/send"), "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("does not leave")));
        send(post("/api/v1/campaigns/" + bare + "/send"), "{\"startsAt\": \"tomorrow\"}")
                .andExpect(status().isBadRequest());
        call(get("/api/v1/campaigns?after=x")).andExpect(status().isBadRequest());
    }

    @Test
    @Policy({"M1", "M10"})
    void a_program_copies_changes_and_removes_drafts_and_reads_who_got_one() throws Exception {
        var firm = readers.firm("Ohjelma Oy");
        readers.met(firm, "Ada Ohjelma", "ada@ohjelma.example", "en");
        var boris = readers.met(firm, "Boris Ohjelma", "boris@ohjelma.example", "en");
        var path = "/api/v1/campaigns/" + readers.campaign(firm);
        var audience = readers.targeting.newest().getFirst().id();

        var copy = "/api/v1/campaigns/" + id(call(post(path + "/copies")).andExpect(status().isCreated()));
        call(get(copy)).andExpect(jsonPath("$.name").value("Autumn letter (2)"));
        send(put(copy).header("If-Match", "\"1\""), CAMPAIGN.formatted(audience))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Autumn"));
        send(put(copy).header("If-Match", "\"1\""), CAMPAIGN.formatted(audience))
                .andExpect(status().isPreconditionFailed());
        call(delete(copy)).andExpect(status().isNoContent());
        call(get(copy)).andExpect(status().isNotFound());

        send(post(path + "/send"), "{}").andExpect(status().isOk());
        sending.run();
        call(get(path + "/deliveries?limit=1"))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].state").value("sent"))
                .andExpect(jsonPath("$.next").isNotEmpty());
        readers.ban(boris);
        call(get(path + "/deliveries"))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].address").value("ada@ohjelma.example"));
        call(get(path + "/deliveries?state=gone"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("state"));
        call(delete(path)).andExpect(status().isConflict());
        call(delete("/api/v1/segments/" + audience)).andExpect(status().isConflict());
        send(put("/api/v1/segments/" + audience), "{\"name\": \"Renamed\"}")
                .andExpect(jsonPath("$.name").value("Renamed"))
                .andExpect(jsonPath("$.groups.length()").value(0));
    }

    @Test
    void a_token_without_marketing_reaches_none_of_it() throws Exception {
        token = token(Purpose.CUSTOMER);
        for (var path : List.of("/api/v1/campaigns", "/api/v1/segments")) {
            call(get(path)).andExpect(status().isForbidden());
        }
    }

    private String token(Purpose... purposes) {
        var held = List.of(purposes);
        return tokens.make(
                new ApiTokens.Wish("Marketing", held.stream().map(Purpose::code).toList(), null),
                Readers.JENNY,
                Permissions.allOf(held));
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return call(request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + token).header("Accept-Language", "en"));
    }

    private static String id(ResultActions answer) throws Exception {
        return JsonMapper.shared()
                .readTree(answer.andReturn().getResponse().getContentAsString())
                .path("id")
                .asString("");
    }
}
