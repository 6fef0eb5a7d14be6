package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.register.Source;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The walk by API: access, erasure, the same list again, a ban, and the list once more. */
@DatabaseTest
@Import(Office.class)
class WalkTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LIST = """
            name,email
            Ada Koskinen,ada.walk@jokivoima.example
            Boris Lindqvist,boris.walk@jokivoima.example
            """;

    @Autowired
    Office office;

    @Autowired
    MockMvc web;

    @Autowired
    ApiTokens tokens;

    private String token;

    @BeforeEach
    void a_program_with_every_purpose() {
        token = tokens.make(
                new ApiTokens.Wish("Walk", List.of("customer", "marketing", "rights", "claims"), null),
                Office.SIRPA,
                Permissions.allOf(Arrays.asList(Purpose.CUSTOMER, Purpose.MARKETING, Purpose.RIGHTS, Purpose.CLAIMS)));
    }

    @Test
    @Policy({"R20", "R24"})
    void whoever_was_erased_does_not_come_back_with_the_same_list_and_whoever_is_banned_comes_without_marketing()
            throws Exception {
        imported("met-in-person");
        assertThat(people()).isEqualTo(2);
        var ada = request("erasure", "ada.walk@jokivoima.example");
        assertThat(ada.path("candidates").size()).isOne();
        assertThat(ada.path("explanation").asString("")).contains("12(3)");
        assertThat(send(ada, "/fulfilment", "{}").getStatus()).isEqualTo(409);
        assertThat(json(send(ada, "/identity", "{\"how\": \"attested\", \"note\": \"known by voice\"}"))
                        .path("state")
                        .asString(""))
                .isEqualTo("review");
        assertThat(json(read(ada, "/plan")).path("items").size()).isGreaterThan(10);
        assertThat(json(send(ada, "/fulfilment", "{}")).path("state").asString(""))
                .isEqualTo("closed");
        assertThat(json(read(ada, "/certificate")).path("scan").path("hits").size())
                .isZero();
        assertThat(read(ada, "/evidence").getContentAsString())
                .contains("request-answered")
                .doesNotContain("ada.walk");
        assertThat(people()).isOne();

        var again = imported("public-web");
        assertThat(again.path("refused").asInt()).isOne();
        assertThat(people()).isOne();
        assertThat(office.count("register.contact_point", "value like 'ada.walk%'"))
                .isZero();

        var boris = request("marketing-ban", "boris.walk@jokivoima.example");
        assertThat(json(send(boris, "/fulfilment", "{}")).path("state").asString(""))
                .isEqualTo("closed");
        imported("meeting");
        assertThat(office.count("register.person", "standing & 1 = 1 and name = 'Boris Lindqvist'"))
                .isOne();
        assertThat(office.purposes.as(
                        Purpose.MARKETING,
                        () -> office.jdbc
                                .sql("select count(*) from register.person where name like 'Boris%'")
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    @Policy("R12")
    void the_package_is_a_zip_once_it_is_fulfilled() throws Exception {
        office.person("Chen Zip", "chen.zip@jokivoima.example", Source.MEETING);
        var chen = request("access", "chen.zip@jokivoima.example");
        assertThat(read(chen, "/package").getStatus()).isEqualTo(404);
        send(chen, "/identity", "{\"how\": \"letter\", \"note\": \"letter of today\"}");
        send(chen, "/fulfilment", "{}");
        var zip = read(chen, "/package");
        assertThat(zip.getContentType()).isEqualTo("application/zip");
        assertThat(Office.unzip(zip.getContentAsByteArray())).hasSize(4);
        assertThat(call(get("/api/v1/rights/requests?limit=1")).getContentAsString())
                .contains("\"items\"");
    }

    @Test
    void bad_input_is_refused_by_field() throws Exception {
        var wrong = call(post("/api/v1/rights/requests"), "{\"right\": \"forgetting\", \"email\": \"x@y.example\"}");
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(json(wrong).path("field").asString("")).isEqualTo("right");
        var address = call(post("/api/v1/rights/requests"), "{\"right\": \"access\", \"email\": \"nobody\"}");
        assertThat(json(address).path("field").asString("")).isEqualTo("email");
        var future = call(
                post("/api/v1/rights/requests"),
                "{\"right\": \"access\", \"email\": \"x@y.example\", \"receivedOn\": \"2031-01-01\"}");
        assertThat(future.getStatus()).isEqualTo(400);
        assertThat(json(future).path("detail").asString("")).contains("cannot have been received");
    }

    private long people() {
        return office.count("register.person", "name in ('Ada Koskinen', 'Boris Lindqvist')");
    }

    private JsonNode imported(String source) throws Exception {
        var file = new MockMultipartFile("file", "list.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8));
        var made = json(call(multipart("/api/v1/imports")
                .file(file)
                .param("source", source)
                .param("sourceDetail", "https://jokivoima.example/people")));
        var url = "/api/v1/imports/" + made.path("id").asString("");
        office.work();
        call(post(url + "/commit"), "{\"erased\": \"leave\"}");
        office.work();
        return json(call(get(url)));
    }

    private JsonNode request(String right, String email) throws Exception {
        return json(call(
                post("/api/v1/rights/requests"), "{\"right\": \"%s\", \"email\": \"%s\"}".formatted(right, email)));
    }

    private MockHttpServletResponse send(JsonNode request, String act, String body) throws Exception {
        return call(post("/api/v1/rights/requests/" + request.path("id").asString("") + act), body);
    }

    private MockHttpServletResponse read(JsonNode request, String what) throws Exception {
        return call(get("/api/v1/rights/requests/" + request.path("id").asString("") + what));
    }

    private MockHttpServletResponse call(AbstractMockHttpServletRequestBuilder<?> request, String body)
            throws Exception {
        return call(request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private MockHttpServletResponse call(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + token).header("Accept-Language", "en"))
                .andReturn()
                .getResponse();
    }

    private static JsonNode json(MockHttpServletResponse response) throws Exception {
        return JSON.readTree(response.getContentAsString());
    }
}
