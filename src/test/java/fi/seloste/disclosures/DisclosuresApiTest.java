package fi.seloste.disclosures;

import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DatabaseTest
class DisclosuresApiTest {

    private static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000bbbb"), "Sirpa Virtanen");
    private static final String DEMAND = """
            {"authority": "Esimerkkilän poliisi", "law": "Police Act, chapter 4, section 3", "asked": "who ordered",
             "receivedOn": "2026-11-20", "people": [%s]%s}""";

    @Autowired
    MockMvc web;

    @Autowired
    ApiTokens tokens;

    private String token;

    @BeforeEach
    void a_program_of_the_desk() {
        token = token(Purpose.RIGHTS, Purpose.CUSTOMER);
    }

    @Test
    @Policy("D1")
    void a_program_writes_a_request_down_and_the_decision_with_it() throws Exception {
        var person = person();
        var made = send(post("/api/v1/disclosures"), DEMAND.formatted('"' + person + '"', ""))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.decision").value(nullValue()));
        var path = "/api/v1/disclosures/" + id(made);
        call(get(path))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.disclosure.secret").value(false))
                .andExpect(jsonPath("$.people[0].id").value(person));
        send(post(path + "/decision"), "{\"decision\": \"given\", \"reason\": \"obliged\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("categories"));
        var decision = """
                {"decision": "given", "reason": "obliged", "categories": ["contact-information"], "how": "secure mail",
                 "sentOn": "2026-11-21"}""";
        send(post(path + "/decision"), decision)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.decision.sentOn").value("2026-11-21"));
        send(post(path + "/decision"), decision).andExpect(status().isConflict());
        send(post(path + "/secrecy-end"), "{}").andExpect(status().isConflict());
    }

    @Test
    @Policy("D3")
    void a_program_ends_a_secrecy_early_for_a_reason_only() throws Exception {
        var secret = ", \"secretUntil\": \"2026-12-24\", \"secretBy\": \"Criminal Investigation Act 11:5\"";
        var path = "/api/v1/disclosures/"
                + id(send(post("/api/v1/disclosures"), DEMAND.formatted('"' + person() + '"', secret))
                        .andExpect(jsonPath("$.secret").value(true)));
        send(post(path + "/secrecy-end"), "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("endedFor"));
        send(post(path + "/secrecy-end"), "{\"endedFor\": \"lifted by the court\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.secret").value(false));
    }

    @Test
    @Policy("D1")
    void what_cannot_be_taken_is_named_and_a_program_without_rights_gets_nothing() throws Exception {
        send(post("/api/v1/disclosures"), "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("authority"));
        for (var nobody : List.of("\"" + UUID.randomUUID() + "\"", "\"ada\"", "null", "\"<script>\"")) {
            send(post("/api/v1/disclosures"), DEMAND.formatted(nobody, ""))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.field").value(startsWith("people")));
        }
        send(post("/api/v1/disclosures"), DEMAND.formatted("", ", \"secretUntil\": \"2026-12-24\""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("secretBy"));
        send(post("/api/v1/disclosures"), DEMAND.formatted("", ", \"dueOn\": \"2026-11-19\""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("dueOn"));
        send(post("/api/v1/disclosures"), DEMAND.formatted("", "").replace("who ordered", "x".repeat(100_000)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("asked"));
        call(get("/api/v1/disclosures/" + UUID.randomUUID())).andExpect(status().isNotFound());
        token = token(Purpose.CUSTOMER);
        call(get("/api/v1/disclosures")).andExpect(status().isForbidden());
        send(post("/api/v1/disclosures"), DEMAND.formatted("", "")).andExpect(status().isForbidden());
    }

    @Test
    @Policy("D1")
    void the_list_goes_on_after_its_last_one() throws Exception {
        var older = id(send(post("/api/v1/disclosures"), DEMAND.formatted("", "")));
        var newer = id(send(post("/api/v1/disclosures"), DEMAND.formatted("", "")));
        call(get("/api/v1/disclosures?limit=1"))
                .andExpect(jsonPath("$.items[0].id").value(newer))
                .andExpect(jsonPath("$.next").value(newer));
        call(get("/api/v1/disclosures?limit=1&after=" + newer))
                .andExpect(jsonPath("$.items[0].id").value(older));
        call(get("/api/v1/disclosures?after=junk")).andExpect(status().isBadRequest());
    }

    private String person() throws Exception {
        return id(send(post("/api/v1/people"), "{\"name\": \"Aune Kivi\", \"source\": \"phone\"}"));
    }

    private String token(Purpose... purposes) {
        var held = List.of(purposes);
        return tokens.make(
                new ApiTokens.Wish("Desk", held.stream().map(Purpose::code).toList(), null),
                SIRPA,
                Permissions.allOf(held));
    }

    private static String id(ResultActions made) throws Exception {
        return JsonPath.read(made.andReturn().getResponse().getContentAsString(), "$.id");
    }

    private ResultActions send(MockHttpServletRequestBuilder call, String body) throws Exception {
        return call(call.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private ResultActions call(MockHttpServletRequestBuilder call) throws Exception {
        return web.perform(call.header("Authorization", "Bearer " + token));
    }
}
