package fi.seloste;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
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
class ApiContractTest {

    private static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000cccc"), "Sirpa Virtanen");

    @Autowired
    MockMvc web;

    @Autowired
    ApiTokens tokens;

    private String token;

    @BeforeEach
    void a_program_with_two_purposes() {
        token = tokens.make(
                new ApiTokens.Wish("Contract", List.of("customer", "rights"), null),
                SIRPA,
                Permissions.allOf(List.of(Purpose.CUSTOMER, Purpose.RIGHTS)));
    }

    @Test
    void a_reason_is_all_that_a_suspension_or_an_extension_needs() throws Exception {
        var request = made("/api/v1/rights/requests", """
                {"right": "access", "email": "nobody.known@kivi.example"}""");
        send(post(request + "/suspension"), "{\"reason\": \"unclear whom it concerns\"}")
                .andExpect(status().isOk());
        call(delete(request + "/suspension")).andExpect(status().isOk());
        send(post(request + "/extension"), "{\"reason\": \"many requests\"}").andExpect(status().isOk());
    }

    @Test
    void the_last_part_of_a_list_says_that_nothing_follows() throws Exception {
        call(get("/api/v1/rights/requests"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.next").hasJsonPath())
                .andExpect(jsonPath("$.next").value(nullValue()));
    }

    @Test
    void a_malformed_condition_is_the_senders_mistake() throws Exception {
        var person = made("/api/v1/people", "{\"name\": \"Aune Kivi\", \"source\": \"phone\"}");
        send(patch(person).header("If-Match", "junk"), "{\"title\": \"CEO\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("If-Match"));
    }

    @Test
    void a_value_that_cannot_be_read_is_named() throws Exception {
        call(get("/api/v1/rights/requests?limit=many"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("limit"));
        call(get("/api/v1/suppressions/check"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("email"));
        send(post("/api/v1/people"), "{\"name\": \"A\", \"source\": \"phone\", \"sourcedOn\": \"soon\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("sourcedOn"));
    }

    @Test
    void a_program_tells_the_people_who_are_due() throws Exception {
        var person = made("/api/v1/people", """
                {"name": "Otso Kivi", "emails": ["otso@kivi.example"], "source": "public-web",
                 "sourceDetail": "https://kivi.example/people"}""");
        var id = person.substring(person.lastIndexOf('/') + 1);
        call(get("/api/v1/informing"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].id", hasItem(id)))
                .andExpect(jsonPath("$.next").hasJsonPath());
        send(post("/api/v1/informing/" + id), "{\"how\": \"otherwise\"}").andExpect(status().isBadRequest());
        send(post("/api/v1/informing/letters"), "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("people"));
        send(post("/api/v1/informing/letters"), "{\"people\": [\"" + id + "\"]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.written").value(1));
        send(post("/api/v1/informing/" + id), "{\"how\": \"otherwise\", \"note\": \"by phone\"}")
                .andExpect(status().isConflict());
    }

    private String made(String path, String body) throws Exception {
        var answer = send(post(path), body)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return path + "/" + JsonPath.<String>read(answer, "$.id");
    }

    private ResultActions send(MockHttpServletRequestBuilder call, String body) throws Exception {
        return call(call.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private ResultActions call(MockHttpServletRequestBuilder call) throws Exception {
        return web.perform(call.header("Authorization", "Bearer " + token));
    }
}
