package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import fi.seloste.base.Actor;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DatabaseTest
class ApiContractTest {

    private static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000cccc"), "Sirpa Virtanen");

    @Autowired
    MockMvc web;

    @Autowired
    ApiTokens tokens;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

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

    @Test
    void the_document_names_every_call_of_this_instance() throws Exception {
        var described = JsonPath.<Map<String, Map<String, Object>>>read(document(), "$.paths");
        var mapped = new TreeSet<String>();
        handlers.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mapped.add(method.name().toLowerCase(Locale.ROOT) + " " + path))));
        var named = new TreeSet<String>();
        described.forEach((path, calls) -> calls.keySet().forEach(method -> named.add(method + " " + path)));
        assertThat(mapped).isNotEmpty().isSubsetOf(named);
    }

    @Test
    void no_documented_call_gives_a_banned_address_to_marketing() throws Exception {
        var address = "banned.by.wish@kivi.example";
        var person = made("/api/v1/people", """
                {"name": "Oili Kivi", "emails": ["%s"], "source": "phone"}""".formatted(address));
        var id = person.substring(person.lastIndexOf('/') + 1);
        assertThat(asMarketing("/api/v1/people/" + id).getContentAsString()).contains(address);
        web.perform(put(person + "/marketing-ban")
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"asked by phone\"}"))
                .andExpect(status().isNoContent());
        var described = JsonPath.<Map<String, Map<String, Object>>>read(document(), "$.paths");
        for (var call : described.entrySet()) {
            if (call.getValue().containsKey("get")) {
                var path = call.getKey().replaceAll("\\{[a-z]+}", id);
                var query = String.valueOf(call.getValue().get("get")).contains("search") ? "?search=Oili" : "";
                var answer = asMarketing(path + query);
                assertThat(answer.getStatus()).as(path).isLessThan(500);
                assertThat(answer.getContentAsString()).as(path).doesNotContain(address, "Oili Kivi");
            }
        }
    }

    private MockHttpServletResponse asMarketing(String path) throws Exception {
        var marketing = tokens.make(
                new ApiTokens.Wish("Mailer", List.of("marketing"), null),
                SIRPA,
                Permissions.allOf(List.of(Purpose.MARKETING)));
        return web.perform(
                        get(path).header("Authorization", "Bearer " + marketing).header("Seloste-Purpose", "marketing"))
                .andReturn()
                .getResponse();
    }

    private String document() throws Exception {
        return web.perform(get("/api/openapi.json"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
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
