package fi.seloste.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.Readers;
import fi.seloste.marketing.Targeting;
import fi.seloste.newsletters.Newsletters;
import fi.seloste.newsletters.Topic;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@MarketingTest
@Import(Paths.class)
class FlowsApiTest {

    private static final String FLOW = """
            {"name": "After the fair", "trigger": {"kind": "hand"}, "purpose": "role-marketing", "senderName": "Jenny", "languages": ["en"],
             "steps": [
               {"kind": "mail", "name": "Thanks", "subjects": {"en": "Thank you, {{firstName|you}}"}, "why": {"en": "you look after preparedness"},
                "blocks": [{"kind": "text", "words": {"en": "Hello <script>x</script>"}}]},
               {"kind": "wait", "days": 2},
               {"kind": "condition", "mail": "Thanks", "answer": "clicked", "yes": [{"kind": "task", "text": "Call", "days": 2}],
                "no": [{"kind": "stop"}]}]}""";

    @Autowired
    Paths paths;

    @Autowired
    Readers readers;

    @Autowired
    Newsletters newsletters;

    @Autowired
    Targeting targeting;

    @Autowired
    MailSink sink;

    @Autowired
    ApiTokens tokens;

    @Autowired
    MockMvc web;

    private String token;

    @BeforeEach
    void a_program_at_the_door() {
        sink.open();
        paths.clock.reset();
        token = token(Purpose.MARKETING);
    }

    @Test
    void a_program_draws_starts_fills_pauses_and_ends_a_flow() throws Exception {
        var ada = readers.met(readers.firm("Ohjelma Oy"), "Ada Ohjelma", "ada@ohjelma.example", "en");
        var made = send(post("/api/v1/flows"), FLOW)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("draft"))
                .andExpect(jsonPath("$.draft[2].yes[0].text").value("Call"))
                .andExpect(jsonPath("$.steps").isEmpty());
        var path = "/api/v1/flows/" + read(made, "$.id");
        send(post(path + "/people"), "{\"people\": [\"" + ada + "\"]}").andExpect(status().isConflict());
        send(post(path + "/start"), "")
                .andExpect(jsonPath("$.state").value("running"))
                .andExpect(jsonPath("$.edition").value(1))
                .andExpect(jsonPath("$.draft").isEmpty());
        send(post(path + "/people"), "{\"people\": [\"" + ada + "\"]}")
                .andExpect(jsonPath("$.entered").value(1));
        send(post(path + "/people"), "{\"people\": [\"" + ada + "\"]}")
                .andExpect(jsonPath("$.entered").value(0));
        paths.go();
        assertThat(sink.readers()).containsExactly("ada@ohjelma.example");
        assertThat(paths.subjects()).containsExactly("Thank you, Ada");

        send(get(path), "")
                .andExpect(jsonPath("$.within").value(1))
                .andExpect(jsonPath("$.steps[1].people").value(1));
        send(get(path + "/people"), "").andExpect(jsonPath("$.items[0].person").value(ada.toString()));
        send(post(path + "/pause"), "").andExpect(jsonPath("$.state").value("paused"));
        send(post(path + "/resumption"), "").andExpect(jsonPath("$.state").value("running"));
        send(post(path + "/end"), "")
                .andExpect(jsonPath("$.state").value("ended"))
                .andExpect(jsonPath("$.left.ended").value(1));
        send(get("/api/v1/flows?limit=1"), "")
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void what_is_changed_is_a_draft_and_what_somebody_else_wrote_is_not_written_over() throws Exception {
        var made = send(post("/api/v1/flows"), FLOW);
        var path = "/api/v1/flows/" + read(made, "$.id");
        var version = read(made, "$.version");
        var changed = FLOW.replace("{\"name\": \"After", "{\"version\": " + version + ", \"name\": \"Before");
        send(put(path), changed)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Before the fair"));
        send(put(path), changed).andExpect(status().isPreconditionFailed());
    }

    @Test
    void a_mail_of_a_flow_is_written_anew_and_keeps_the_ground_of_its_flow() throws Exception {
        var flow = UUID.fromString(read(send(post("/api/v1/flows"), FLOW), "$.id"));
        var mail = paths.flows.get(flow).draft().mails().getFirst().campaign();
        var path = "/api/v1/campaigns/" + mail;
        var written = """
                {"name": "Thanks", "purpose": "role-marketing", "senderName": "Jenny", "languages": ["en"], "subjects": {"en": "Many thanks"}}""";
        send(put(path), written)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.subjects.en").value("Many thanks"));

        send(put(path), written.replace("role-marketing", "consented-marketing"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("those of its flow")));
        send(put(path), written.replace("\"senderName\"", "\"topic\": \"news\", \"senderName\""))
                .andExpect(status().isBadRequest());
        var audience = targeting.add("Another", readers.at(readers.firm("Muu Oy")), Readers.JENNY);
        send(put(path), written.replace("\"senderName\"", "\"segment\": \"" + audience + "\", \"senderName\""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("no audience of its own")));
        assertThat(paths.marketing.get(mail).plan().purpose()).isEqualTo("role-marketing");

        newsletters.add(
                "follows",
                new Topic.Plan("consented-marketing", Topic.Frequency.MONTHLY, true, true),
                Map.of("en", new Topic.Words("Follows", "What is new", "", "")),
                Readers.JENNY);
        var settled = paths.plan(Trigger.byHand(), "consented-marketing", "follows");
        paths.flows.settle(flow, paths.flows.get(flow).version(), settled);
        assertThat(paths.marketing.get(mail).plan().topic())
                .as("it follows its flow")
                .isEqualTo("follows");
    }

    @Test
    void what_makes_no_sense_is_refused_by_its_name() throws Exception {
        send(post("/api/v1/flows"), FLOW.replace("\"hand\"", "\"moon\"")).andExpect(status().isBadRequest());
        send(post("/api/v1/flows"), FLOW.replace("\"kind\": \"stop\"", "\"kind\": \"jump\""))
                .andExpect(status().isBadRequest());
        send(post("/api/v1/flows"), FLOW.replace("\"mail\": \"Thanks\"", "\"mail\": \"Nothing\""))
                .andExpect(status().isBadRequest());
        send(post("/api/v1/flows"), FLOW.replace("\"days\": 2},", "\"days\": -2},"))
                .andExpect(status().isBadRequest());
        send(post("/api/v1/flows"), FLOW.replace("role-marketing", "nothing-declared"))
                .andExpect(status().isBadRequest());
        send(post("/api/v1/flows"), FLOW.replace("\"steps\"", "\"stepz\"")).andExpect(status().isBadRequest());
        send(get("/api/v1/flows/01999999-0000-7000-8000-000000000001"), "").andExpect(status().isNotFound());
    }

    @Test
    void without_the_purpose_of_marketing_there_is_nothing() throws Exception {
        token = token(Purpose.CUSTOMER);
        send(get("/api/v1/flows"), "").andExpect(status().isForbidden());
        send(post("/api/v1/flows"), FLOW).andExpect(status().isForbidden());
    }

    private String token(Purpose purpose) {
        return tokens.make(
                new ApiTokens.Wish("Door", List.of(purpose.code()), null),
                Readers.JENNY,
                Permissions.allOf(List.of(purpose)));
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        var with = request.header("Authorization", "Bearer " + token);
        return web.perform(
                body.isEmpty()
                        ? with
                        : with.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private static String read(ResultActions answer, String path) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), path)
                .toString();
    }
}
