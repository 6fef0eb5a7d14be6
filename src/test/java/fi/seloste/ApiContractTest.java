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
import fi.seloste.breaches.Risk;
import fi.seloste.imports.Import;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.Source;
import fi.seloste.rights.RefusalGround;
import fi.seloste.rights.Request;
import fi.seloste.rights.Right;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
class ApiContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
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
    void a_validator_of_openapi_has_nothing_to_say_of_the_document() throws Exception {
        var read = new OpenAPIV3Parser().readContents(document(), null, null);
        assertThat(read.getOpenAPI()).isNotNull();
        assertThat(read.getOpenAPI().getPaths()).hasSizeGreaterThan(30);
        assertThat(read.getMessages()).isEmpty();
    }

    @Test
    void every_call_is_told_in_words_with_all_that_it_takes_and_answers() throws Exception {
        var silent = new ArrayList<String>();
        calls().forEach((name, call) -> {
            for (var word : List.of("operationId", "summary", "description", "tags")) {
                if (call.path(word).isMissingNode()
                        || call.path(word).isEmpty() && call.path(word).isArray()) {
                    silent.add(name + " without " + word);
                }
            }
            call.path("parameters").forEach(parameter -> {
                if (parameter.path("description").asString("").isBlank()) {
                    silent.add(name + " " + parameter.path("name").asString(""));
                }
            });
            call.path("responses").properties().stream()
                    .filter(answer ->
                            answer.getKey().startsWith("2") && !answer.getKey().equals("204"))
                    .filter(answer -> !isDescribed(answer.getValue().path("content")))
                    .forEach(answer -> silent.add(name + " " + answer.getKey() + " without a schema"));
            if (call.has("requestBody") && !isDescribed(call.path("requestBody").path("content"))) {
                silent.add(name + " body without a schema");
            }
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void every_field_that_is_sent_or_answered_is_told_in_words() throws Exception {
        var silent = new ArrayList<String>();
        var schemas = JSON.readTree(document()).path("components").path("schemas");
        schemas.properties().forEach(schema -> {
            if (schema.getValue().path("description").asString("").isBlank()) {
                silent.add(schema.getKey());
            }
            schema.getValue().path("properties").properties().forEach(field -> {
                if (field.getValue().path("description").asString("").isBlank()) {
                    silent.add(schema.getKey() + "." + field.getKey());
                }
            });
        });
        assertThat(schemas.size()).isGreaterThan(50);
        assertThat(silent).isEmpty();
    }

    @Test
    void the_words_that_a_field_may_have_are_those_of_the_code() throws Exception {
        var schemas = JSON.readTree(document()).path("components").path("schemas");
        assertThat(enumOf(schemas, "NewPerson", "source"))
                .containsExactlyElementsOf(codes(Source.values(), Source::code));
        assertThat(enumOf(schemas, "NewRequest", "right"))
                .containsExactlyElementsOf(codes(Right.values(), Right::code));
        assertThat(enumOf(schemas, "Request", "state"))
                .containsExactlyElementsOf(codes(Request.State.values(), Request.State::code));
        assertThat(enumOf(schemas, "Refusal", "ground"))
                .containsExactlyElementsOf(codes(RefusalGround.values(), RefusalGround::code));
        assertThat(enumOf(schemas, "Import", "state"))
                .containsExactlyElementsOf(codes(Import.State.values(), Import.State::code));
        assertThat(enumOf(schemas, "ContactPoint", "kind"))
                .containsExactlyElementsOf(codes(ContactPoint.Kind.values(), ContactPoint.Kind::code));
        assertThat(enumOf(schemas, "ContactPoint", "usage"))
                .containsExactlyElementsOf(codes(ContactPoint.Usage.values(), ContactPoint.Usage::code));
        assertThat(enumOf(schemas, "Breach", "risk")).containsExactlyElementsOf(codes(Risk.values(), Risk::code));
    }

    @Test
    void what_may_be_null_or_left_out_is_said_as_it_is_answered() throws Exception {
        var schemas = JSON.readTree(document()).path("components").path("schemas");
        assertThat(words(schemas.path("SlicePersonInList").path("required"))).containsExactly("items", "next");
        assertThat(words(schemas.path("Change").path("required"))).contains("source");
        assertThat(schemas.path("Change")
                        .path("properties")
                        .path("source")
                        .path("enum")
                        .valueStream())
                .anyMatch(JsonNode::isNull)
                .anyMatch(word -> word.asString("").equals("phone"));
        assertThat(words(schemas.path("NewPerson").path("required"))).containsExactly("source");
        assertThat(schemas.path("NewPerson").path("additionalProperties").asBoolean(true))
                .isFalse();
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(word -> word.asString("")).sorted().toList();
    }

    private static <E> List<String> codes(E[] values, Function<E, String> code) {
        return Arrays.stream(values).map(code).toList();
    }

    private static List<String> enumOf(JsonNode schemas, String schema, String field) {
        return schemas.path(schema)
                .path("properties")
                .path(field)
                .path("enum")
                .valueStream()
                .map(word -> word.asString(""))
                .toList();
    }

    /** Whether each form of a content has a schema that says something: a reference, a text, or an object with its fields. */
    private static boolean isDescribed(JsonNode content) {
        return !content.isEmpty()
                && content.valueStream()
                        .map(media -> media.path("schema"))
                        .allMatch(schema -> schema.has("$ref")
                                || schema.has("properties")
                                || schema.path("type").asString("").equals("string"));
    }

    private Map<String, JsonNode> calls() throws Exception {
        var calls = new LinkedHashMap<String, JsonNode>();
        JSON.readTree(document())
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(call -> calls.put(call.getKey() + " " + path.getKey(), call.getValue())));
        assertThat(calls).hasSizeGreaterThan(40);
        return calls;
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
