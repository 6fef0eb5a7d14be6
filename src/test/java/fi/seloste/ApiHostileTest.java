package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import fi.seloste.base.Actor;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends rubbish of every kind to every field, parameter and header of every call that the API's own description names. Whatever is sent,
 * the fault is the sender's, and the answer says in a sentence what it was.
 */
@DatabaseTest
class ApiHostileTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000ccce"), "Sirpa Virtanen");
    private static final List<Purpose> HELD =
            List.of(Purpose.CUSTOMER, Purpose.MARKETING, Purpose.RIGHTS, Purpose.RETENTION);
    private static final List<String> WRITING = List.of("post", "put", "patch", "delete");

    @Autowired
    MockMvc web;

    @Autowired
    ApiTokens tokens;

    private final List<String> faults = new ArrayList<>();
    private final TreeSet<Integer> statuses = new TreeSet<>();
    private final Map<String, String> known = new LinkedHashMap<>();
    private String token;

    @BeforeEach
    void a_program_that_may_do_everything() throws Exception {
        fresh();
        var person = made("/people", """
                {"name": "Hosti Kivi", "emails": ["hosti.kivi@nowhere.example"], "source": "public-web",
                 "sourceDetail": "https://nowhere.example"}""");
        known.put("/people/{id}", person);
        known.put("/informing/{person}", person);
        known.put("/organisations/{id}", made("/organisations", "{\"name\": \"Hosti Oy\", \"source\": \"contract\"}"));
        known.put("/breaches/{id}", made("/breaches", """
                {"awareAt": "2026-01-01T00:00:00Z", "nature": "n", "concerned": "c", "risk": "some"}"""));
        known.put("/disclosures/{id}", made("/disclosures", """
                {"authority": "a", "law": "l", "asked": "x", "receivedOn": "2026-01-01", "secretUntil": "2999-01-01",
                 "secretBy": "l", "people": ["%s"]}""".formatted(person)));
        known.put("/segments/{id}", made("/segments", "{\"name\": \"s\"}"));
        known.put("/campaigns/{id}", made("/campaigns", """
                {"name": "c", "purpose": "role-marketing", "languages": ["en"]}"""));
        known.put("/retention/holds/{id}", made("/retention/holds", """
                {"category": "relationship-notes", "reason": "r", "until": "2999-01-01"}"""));
    }

    @AfterEach
    void nothing_was_a_fault_of_ours() {
        assertThat(statuses).as("what was answered").contains(400);
        assertThat(faults).isEmpty();
    }

    @Test
    void in_every_field_of_every_body() throws Exception {
        for (var call : calls(WRITING)) {
            var schema = body(call);
            if (schema == null) {
                continue;
            }
            for (var field : schema.path("properties").propertyNames()) {
                for (var value : Rubbish.VALUES) {
                    send(call, with(call, schema, field, value));
                }
            }
            for (var body : Rubbish.BODIES) {
                send(call, body);
            }
        }
        assertThat(statuses).as("some of it can be taken").contains(200, 201, 204);
    }

    @Test
    void in_every_parameter_of_every_address() throws Exception {
        for (var call : calls(List.of("get"))) {
            for (var parameter : call.operation().path("parameters")) {
                if (parameter.path("in").asString("").equals("query")) {
                    for (var word : Rubbish.WORDS) {
                        var query = parameter.path("name").asString("") + "=" + UriUtils.encode(word, "UTF-8");
                        answered(call + "?" + query, () -> get(URI.create(address(call) + "?" + query)));
                    }
                }
            }
        }
    }

    @Test
    void in_every_id_of_every_address() throws Exception {
        for (var call : calls(List.of("get", "post", "put", "patch", "delete"))) {
            if (!call.path().contains("{")) {
                continue;
            }
            for (var word :
                    List.of("x", "0", "-1", "null", "1-1-1-1-1", "99999999999999999999", "%C3%A4", "a".repeat(2000))) {
                var path = "/api/v1" + call.path().replaceAll("\\{[a-z]+}", word);
                answered(
                        call.method() + " " + path,
                        () -> request(
                                        HttpMethod.valueOf(call.method().toUpperCase(java.util.Locale.ROOT)),
                                        URI.create(path))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}"));
            }
        }
    }

    @Test
    void in_every_header() throws Exception {
        for (var header : List.of(
                "If-Match", "Idempotency-Key", "Seloste-Purpose", "Accept", "Accept-Language", "Content-Type")) {
            for (var word : List.of(
                    "", " ", "x", "\"\"", "W/\"x\"", "a/b/c;;=", "99999999999", "*", "\u00e4", "a".repeat(500))) {
                answered(
                        header + ": " + word,
                        () -> request(HttpMethod.PATCH, address("/people/{id}"))
                                .header("Content-Type", header.equals("Content-Type") ? word : "application/json")
                                .header(header.equals("Content-Type") ? "X-Same" : header, word)
                                .content("{\"title\": \"x\"}"));
            }
        }
    }

    @Test
    void in_what_is_sent_as_text_or_as_a_file() throws Exception {
        for (var body : Rubbish.BODIES) {
            for (var call : List.of("PUT /notice/draft", "POST /notice/lint")) {
                answered(
                        call + " " + shown(body),
                        () -> request(
                                        HttpMethod.valueOf(call.split(" ")[0]),
                                        URI.create("/api/v1" + call.split(" ")[1]))
                                .contentType("application/yaml")
                                .content(body));
            }
            answered(
                    "file " + shown(body),
                    () -> multipart("/api/v1/imports")
                            .part(new MockPart("file", "x.csv", body.getBytes(StandardCharsets.UTF_8)))
                            .param("source", "meeting"));
            answered(
                    "mapping " + shown(body),
                    () -> multipart("/api/v1/imports")
                            .part(new MockPart("file", "x.csv", "Nimi\nAda".getBytes(StandardCharsets.UTF_8)))
                            .param("source", "meeting")
                            .param("mapping", body));
        }
        for (var word : Rubbish.WORDS) {
            answered(
                    "source " + shown(word),
                    () -> multipart("/api/v1/imports")
                            .part(new MockPart("file", word, "Nimi\nAda".getBytes(StandardCharsets.UTF_8)))
                            .param("source", word)
                            .param("sourceDetail", word));
        }
    }

    /** A call as the document describes it. */
    private record Call(String method, String path, JsonNode operation, JsonNode schemas) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private List<Call> calls(List<String> methods) throws Exception {
        var document = JSON.readTree(
                web.perform(get("/api/openapi.json")).andReturn().getResponse().getContentAsString());
        var calls = new ArrayList<Call>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    if (methods.contains(call.getKey())) {
                        var schemas = document.path("components").path("schemas");
                        calls.add(new Call(
                                call.getKey(), path.getKey().substring("/api/v1".length()), call.getValue(), schemas));
                    }
                }));
        assertThat(calls).hasSizeGreaterThan(15);
        return calls;
    }

    private static JsonNode body(Call call) {
        var schema = call.operation()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        var ref = schema.path("$ref").asString("");
        return ref.isEmpty() ? null : call.schemas().path(ref.substring(ref.lastIndexOf('/') + 1));
    }

    /** A body that would do, but for one field. */
    private static String with(Call call, JsonNode schema, String field, String value) {
        var body = JSON.createObjectNode();
        schema.path("required").forEach(name -> sample(body, name.asString("")));
        if (call.path().equals("/people")) {
            sample(body, "name");
        }
        if (call.path().equals("/retention/holds")
                && !List.of("person", "organisation").contains(field)) {
            body.put("category", "relationship-notes");
        }
        body.put(field, "@@");
        return body.toString().replace("\"@@\"", value);
    }

    private static void sample(ObjectNode body, String name) {
        switch (name) {
            case "right" -> body.put(name, "access");
            case "email" -> body.put(name, "hostile@nowhere.example");
            case "source" -> body.put(name, "phone");
            case "until" -> body.put(name, "2999-01-01");
            case "awareAt" -> body.put(name, "2026-01-01T00:00:00Z");
            case "risk" -> body.put(name, "some");
            case "how" -> body.put(name, "attested");
            case "state" -> body.put(name, "done");
            case "decision" -> body.put(name, "released");
            case "ground" -> body.put(name, "excessive");
            case "people" -> body.putArray(name);
            default -> body.put(name, "sample");
        }
    }

    private void send(Call call, String body) throws Exception {
        answered(
                call + " " + shown(body),
                () -> request(HttpMethod.valueOf(call.method().toUpperCase(java.util.Locale.ROOT)), address(call))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }

    private URI address(Call call) {
        return address(call.path());
    }

    /** With ids of things that are there: what is refused for its id does not get far. */
    private URI address(String path) {
        var filled = path;
        for (var one : known.entrySet()) {
            if (path.startsWith(one.getKey())) {
                filled = path.replaceFirst("\\{[a-z]+}", one.getValue());
            }
        }
        if (path.startsWith("/rights/requests/{id}")) {
            filled = path.replaceFirst("\\{id}", openRequest());
        }
        return URI.create("/api/v1"
                + filled.replace("{number}", "1")
                        .replaceAll("\\{[a-z]+}", UUID.randomUUID().toString()));
    }

    /** One that is still open. */
    private String openRequest() {
        try {
            if (known.containsKey("request")) {
                var state = call(get("/api/v1/rights/requests/" + known.get("request")))
                        .getContentAsString();
                if (state.contains("\"state\":\"received\"")) {
                    return known.get("request");
                }
            }
            var id = made("/rights/requests", "{\"right\": \"access\", \"email\": \"hosti.kivi@nowhere.example\"}");
            known.put("request", id);
            return id;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String made(String path, String body) throws Exception {
        Supplier<AbstractMockHttpServletRequestBuilder<?>> sent =
                () -> request(HttpMethod.POST, URI.create("/api/v1" + path))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body);
        var answer = call(sent.get());
        if (answer.getStatus() == 429) {
            fresh();
            answer = call(sent.get());
        }
        assertThat(answer.getStatus()).as(path).isEqualTo(201);
        return JSON.readTree(answer.getContentAsString()).path("id").asString("");
    }

    private void answered(String what, Supplier<AbstractMockHttpServletRequestBuilder<?>> made) throws Exception {
        var answer = call(made.get());
        if (answer.getStatus() == 429) {
            fresh();
            answer = call(made.get());
        }
        statuses.add(answer.getStatus());
        if (answer.getStatus() < 400) {
            return;
        }
        var problem = String.valueOf(answer.getContentType()).startsWith("application/problem+json")
                ? JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8))
                : JSON.createObjectNode();
        if (answer.getStatus() >= 500 || problem.path("detail").asString("").isBlank()) {
            faults.add(answer.getStatus() + " " + what + " " + problem);
        }
    }

    private MockHttpServletResponse call(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }

    /** Programs are held to a rate, which is not what is asked about here. */
    private void fresh() {
        token = tokens.make(
                new ApiTokens.Wish("Hostile", HELD.stream().map(Purpose::code).toList(), null),
                SIRPA,
                Permissions.allOf(HELD));
    }

    private static String shown(String body) {
        return body.length() > 120 ? body.substring(0, 120) + "…" : body;
    }
}
