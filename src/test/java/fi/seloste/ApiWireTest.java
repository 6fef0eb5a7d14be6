package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.base.Actor;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Over a real connection: what the web server itself finds, before any handler, is told like everything else. */
@ServedTest
class ApiWireTest {

    private static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000cccf"), "Sirpa Virtanen");

    @LocalServerPort
    int port;

    @Autowired
    ApiTokens tokens;

    private final HttpClient client = HttpClient.newHttpClient();
    private String token;

    @BeforeEach
    void a_program() {
        token = tokens.make(
                new ApiTokens.Wish("Wire", List.of("customer"), null),
                SIRPA,
                Permissions.allOf(List.of(Purpose.CUSTOMER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%00", "/a%2Fb", "/%ff", "?search=%ff%fe", "?search=%00", "/a;b=c", "/..%5C.."})
    void an_address_that_cannot_be_decoded_is_the_senders_to_mend(String address) throws Exception {
        var answer = send("GET", "/people" + address, "application/json", BodyPublishers.noBody());
        assertThat(answer.statusCode()).isBetween(400, 404);
        told(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "/people, application/yaml, 415",
        "/people, application/cbor, 415",
        "/people, application/xml, 415",
        "/people, application/x-www-form-urlencoded, 415",
        "/imports, multipart/form-data, 400",
        "/imports, multipart/form-data; boundary=x, 400",
    })
    void what_is_sent_in_another_form_is_not_bound_to_anything(String path, String type, int status) throws Exception {
        var answer = send("POST", path, type, BodyPublishers.ofString("name: &a [*a, *a]"));
        assertThat(answer.statusCode()).isEqualTo(status);
        told(answer);
    }

    @Test
    void a_body_without_a_length_is_read_to_the_limit_only() throws Exception {
        var zeros = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[2_200_000]));
        var answer = send("POST", "/people", "application/json", zeros);
        assertThat(answer.statusCode()).isEqualTo(413);
        told(answer);
    }

    @Test
    void what_a_program_reads_is_kept_by_no_cache() throws Exception {
        var answer = send("GET", "/people", "application/json", BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    private static void told(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("detail").asString("")).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
    }

    private HttpResponse<String> send(String method, String path, String type, BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .method(method, body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
