package fi.seloste.newsletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@NewslettersTest
class ListsApiTest {

    @Autowired
    Newsroom room;

    @Autowired
    ApiTokens tokens;

    @Autowired
    MockMvc web;

    private String token;

    @BeforeEach
    void a_program_of_marketing() {
        token = token(Purpose.MARKETING);
    }

    @Test
    @Policy("L11")
    void a_program_makes_a_list_and_subscribes_with_a_proof_or_by_a_letter() throws Exception {
        var made = send(post("/api/v1/lists"), """
                {"slug": "api-letter", "purpose": "consented-marketing", "frequency": "weekly", "words": {"en": {"name": "API letter"}}}""")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.open").value(true));
        var path = "/api/v1/lists/" + id(made);
        var ada = room.met("Ada Rajapinta", "ada.api@jokivoima.example");

        send(post(path + "/subscribers"), """
                {"email": "Ada.Api@jokivoima.example", "proof": {"kind": "signed", "note": "Paper 7", "channel": "paper"}}""")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("subscribed"))
                .andExpect(jsonPath("$.person").value(ada.toString()));
        call(get(path)).andExpect(jsonPath("$.subscribers").value(1));
        call(get(path + "/subscribers?limit=1"))
                .andExpect(jsonPath("$.items[0].email").value("ada.api@jokivoima.example"))
                .andExpect(jsonPath("$.items[0].rhythm").value("each"));
        call(delete(path + "/subscribers/" + ada)).andExpect(status().isNoContent());
        call(delete(path + "/subscribers/" + ada)).andExpect(status().isNoContent());
        call(get(path)).andExpect(jsonPath("$.subscribers").value(0));
    }

    @Test
    @Policy({"L3", "L11"})
    void whom_marketing_does_not_see_is_asked_by_letter_as_anybody_unknown_is() throws Exception {
        var topic = room.topic("api-hidden");
        var path = "/api/v1/lists/" + topic.id() + "/subscribers";
        room.ban(room.met("Otto Piilo", "otto.hidden@jokivoima.example"));
        room.restrict(room.met("Rosa Piilo", "rosa.hidden@jokivoima.example"));
        for (var who : List.of("otto", "rosa", "nobody")) {
            send(post(path), """
                    {"email": "%s.hidden@jokivoima.example", "proof": {"kind": "noted", "note": "Call", "channel": "phone"}}""".formatted(who))
                    .andExpect(status().isAccepted())
                    .andExpect(jsonPath("$.state").value("asked"))
                    .andExpect(jsonPath("$.person").doesNotExist());
        }
        call(get(path)).andExpect(jsonPath("$.items").isEmpty());
        assertThat(room.standing(room.at("otto.hidden@jokivoima.example").getFirst())
                        .isBannedInPerson())
                .isTrue();
    }

    @Test
    @Policy("L11")
    void a_program_changes_what_it_names_and_not_what_consents_name() throws Exception {
        var path = "/api/v1/lists/" + id(send(post("/api/v1/lists"), """
                        {"slug": "api-change", "purpose": "consented-marketing", "words": {"en": {"name": "Letter"}, "fi": {"name": "Kirje"}}}""").andExpect(header().string("ETag", "\"1\"")));
        var answer = send(patch(path).header("If-Match", "\"1\""), """
                {"frequency": "weekly", "open": false, "words": {"sv": {"name": "Brev"}, "fi": {"name": ""}}}""");
        answer.andExpect(status().isOk())
                .andExpect(jsonPath("$.frequency").value("weekly"))
                .andExpect(jsonPath("$.open").value(false))
                .andExpect(jsonPath("$.archived").value(true))
                .andExpect(jsonPath("$.words.en.name").value("Letter"))
                .andExpect(jsonPath("$.words.sv.name").value("Brev"))
                .andExpect(jsonPath("$.words.fi").doesNotExist())
                .andExpect(header().string("ETag", "\"2\""));
        send(patch(path).header("If-Match", "\"1\""), "{\"open\": true}").andExpect(status().isPreconditionFailed());
        send(patch(path).header("If-Match", "new"), "{\"open\": true}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("If-Match"));
        for (var bad : List.of(
                "{\"slug\": \"other\"}",
                "{\"purpose\": \"consented-marketing\"}",
                "{\"frequency\": \"hourly\"}",
                "{\"frequency\": null}",
                "{\"open\": null}",
                "{\"words\": {\"xx\": {\"name\": \"X\"}}}",
                "{\"words\": {\"en\": {\"name\": \"\"}, \"sv\": {\"name\": \"\"}}}",
                "{\"words\": null}")) {
            send(patch(path), bad).andExpect(status().isBadRequest());
        }
        send(patch(path), "{}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.words.en.name").value("Letter"));
        send(patch("/api/v1/lists/" + java.util.UUID.randomUUID()), "{}").andExpect(status().isNotFound());
    }

    @Test
    void what_is_wrong_is_said_by_field() throws Exception {
        var topic = room.topic("api-wrong");
        var path = "/api/v1/lists/" + topic.id() + "/subscribers";
        send(post(path), "{\"email\": \"nobody\"}").andExpect(status().isBadRequest());
        send(post(path), "{\"email\": \"a@b.example\", \"proof\": {\"kind\": \"hearsay\", \"channel\": \"phone\"}}")
                .andExpect(status().isBadRequest());
        send(post(path), "{\"email\": \"a@b.example\", \"colour\": 1}").andExpect(status().isBadRequest());
        for (var bad : List.of(
                "{\"slug\": \"Ä b\", \"purpose\": \"consented-marketing\", \"words\": {\"en\": {\"name\": \"X\"}}}",
                "{\"slug\": \"api-wrong\", \"purpose\": \"consented-marketing\", \"words\": {\"en\": {\"name\": \"X\"}}}",
                "{\"slug\": \"confirm\", \"purpose\": \"consented-marketing\", \"words\": {\"en\": {\"name\": \"X\"}}}",
                "{\"slug\": \"x1\", \"purpose\": \"role-marketing\", \"words\": {\"en\": {\"name\": \"X\"}}}",
                "{\"slug\": \"x2\", \"purpose\": \"consented-marketing\", \"words\": {}}",
                "{\"slug\": \"x3\", \"purpose\": \"consented-marketing\", \"words\": {\"xx\": {\"name\": \"X\"}}}",
                "{\"slug\": \"x4\", \"purpose\": \"consented-marketing\", \"frequency\": \"hourly\", \"words\": {\"en\": {\"name\": \"X\"}}}",
                "{\"slug\": \"x5\", \"purpose\": \"consented-marketing\", \"words\": {\"en\": {\"name\": \"X\\nBcc: y\"}}}")) {
            send(post("/api/v1/lists"), bad).andExpect(status().isBadRequest());
        }
        var support = token(Purpose.SUPPORT);
        web.perform(get("/api/v1/lists").header("Authorization", "Bearer " + support))
                .andExpect(status().isForbidden());
    }

    private String token(Purpose purpose) {
        return tokens.make(
                new ApiTokens.Wish(purpose.code(), List.of(purpose.code()), null),
                Newsroom.JENNY,
                Permissions.allOf(List.of(purpose)));
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + token));
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String json) throws Exception {
        return call(request.contentType(MediaType.APPLICATION_JSON).content(json));
    }

    private static String id(ResultActions made) throws Exception {
        return JsonMapper.shared()
                .readTree(made.andReturn().getResponse().getContentAsString())
                .get("id")
                .asString();
    }
}
