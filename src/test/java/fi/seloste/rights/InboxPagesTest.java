package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Actor;
import fi.seloste.mailbox.Mailbox;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The desk's inbox for people and programs. */
@DatabaseTest
@Import(Office.class)
class InboxPagesTest {

    private static final String INBOX = "/api/v1/rights/inbox";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Office office;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MockMvc web;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Staff staff;

    private String token;

    @BeforeEach
    void a_program_of_the_desk() {
        token = tokens.make(
                new ApiTokens.Wish("Desk", List.of("rights"), null),
                Office.SIRPA,
                Permissions.allOf(List.of(Purpose.RIGHTS)));
    }

    @Test
    void a_program_reads_takes_joins_and_sets_aside() throws Exception {
        var first = arrived("lempi.api@jokivoima.example", "Erasure", "Please erase my data");
        var second = arrived("lempi.api@jokivoima.example", "Please hurry", "I wait");
        var third = arrived("shop.api@offers.example", "Offers", "Buy");
        var page = json(call(get(INBOX + "?limit=2")));
        assertThat(page.path("items").size()).isEqualTo(2);
        var rest = json(call(get(INBOX + "?limit=2&after=" + page.path("next").asString(""))));
        assertThat(ids(rest)).isNotEmpty().doesNotContainAnyElementsOf(ids(page));
        var shown = json(call(get(INBOX + "/" + first)));
        assertThat(shown.path("guess").path("right").asString("")).isEqualTo("erasure");
        assertThat(shown.path("from").asString("")).isEqualTo("lempi.api@jokivoima.example");

        var taken = send(post(INBOX + "/" + first + "/request"), """
                {"right": "erasure", "email": "lempi.api@jokivoima.example", "language": "fi"}""");
        assertThat(taken.getStatus()).isEqualTo(201);
        var request = json(taken).path("id").asString("");
        assertThat(send(post(INBOX + "/" + first + "/request"), """
                {"right": "erasure", "email": "lempi.api@jokivoima.example"}""").getStatus())
                .isEqualTo(409);
        assertThat(json(send(post(INBOX + "/" + second + "/joining"), "{\"request\": \"" + request + "\"}"))
                        .path("id")
                        .asString(""))
                .isEqualTo(request);
        assertThat(send(post(INBOX + "/" + third + "/setting-aside"), "{}").getStatus())
                .isEqualTo(400);
        send(post(INBOX + "/" + third + "/setting-aside"), "{\"reason\": \"advertising\"}");
        assertThat(json(call(get(INBOX + "?state=set-aside"))).path("items").size())
                .isOne();
        assertThat(json(call(delete(INBOX + "/" + third + "/setting-aside")))
                        .path("state")
                        .asString(""))
                .isEqualTo("waiting");
    }

    @Test
    void the_desk_reads_what_arrived_and_takes_it_with_one_press() throws Exception {
        office.person("Meeri Page", "meeri.page@jokivoima.example");
        var id = arrived("Meeri <meeri.page@jokivoima.example>", "<b>Erasure</b>", "Please erase <script>me</script>");
        var officer = officer();
        var page = "/rights/inbox/" + id;
        assertThat(officer.html("/rights")).contains("Arrived by mail (");
        assertThat(officer.html("/")).contains("to the privacy address");
        assertThat(officer.html("/rights/inbox")).contains(page, "&lt;b&gt;Erasure", "erasure?");
        assertThat(officer.html(page))
                .contains("A guess by the words: erase", "Meeri Page", "it does not prove who somebody is")
                .contains("&lt;script&gt;me")
                .doesNotContain("<script>me");

        officer.sends(page + "/request", "right", "erasure", "email", "nonsense")
                .andExpect(status().isBadRequest());
        officer.sends(page + "/request", "right", "erasure", "email", "meeri.page@jokivoima.example", "language", "fi");

        assertThat(officer.html(page)).contains("Taken as request");
        var request = office.asOwner(() -> office.jdbc
                .sql("select request_id::text from rights.arrival where arrival_id = cast(:id as uuid)")
                .param("id", id)
                .query(String.class)
                .single());
        assertThat(officer.html("/rights/requests/" + request)).contains(page, "by mail", "Letter and files");
    }

    private Visit officer() throws Exception {
        var email = "sirpa.inbox@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Sirpa Virtanen", email, "en", "Europe/Helsinki"),
                Role.PRIVACY_OFFICER.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }

    @Test
    void a_scan_is_kept_with_a_request_and_two_requests_are_linked() throws Exception {
        var first = requested("2026-11-02");
        var second = requested("2026-11-20");
        var requests = "/api/v1/rights/requests/";
        var scan = new MockMultipartFile(
                "file", "letter.png", "image/png", "%PDF-1.7 scan".getBytes(StandardCharsets.UTF_8));

        var kept = json(web.perform(multipart(requests + first + "/enclosures")
                        .file(scan)
                        .header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse());
        assertThat(kept.path("items").get(0).path("mediaType").asString("")).isEqualTo("application/pdf");
        var file = kept.path("items").get(0).path("id").asString("");
        assertThat(call(get(requests + first + "/enclosures/" + file)).getContentAsString())
                .contains("scan");
        assertThat(json(send(post(requests + second + "/same"), "{\"request\": \"" + first + "\"}"))
                        .path("dueOn")
                        .asString(""))
                .isEqualTo("2026-12-02");
        assertThat(json(call(delete(requests + second + "/same"))).path("dueOn").asString(""))
                .isEqualTo("2026-12-21");
    }

    private String requested(String day) throws Exception {
        return json(send(post("/api/v1/rights/requests"), """
                        {"right": "access", "email": "pirkko.scan@jokivoima.example", "receivedOn": "%s"}""".formatted(day)))
                .path("id")
                .asString("");
    }

    @Test
    void what_is_asked_wrongly_is_said_by_its_field() throws Exception {
        var one = arrived("wrong.api@jokivoima.example", "Hello", "Hello");

        assertThat(json(send(post(INBOX + "/" + one + "/request"), "{\"right\": \"access\"}"))
                        .path("field")
                        .asString(""))
                .isEqualTo("email");
        assertThat(json(send(post(INBOX + "/" + one + "/request"), "{\"email\": \"a@b.example\"}"))
                        .path("field")
                        .asString(""))
                .isEqualTo("right");
        assertThat(json(call(get(INBOX + "?state=lost"))).path("field").asString(""))
                .isEqualTo("state");
        assertThat(call(get(INBOX + "/" + UUID.randomUUID())).getStatus()).isEqualTo(404);
    }

    @Test
    void a_file_is_handed_out_as_a_download_in_a_sandbox() throws Exception {
        var one = message("From: file.api@jokivoima.example\nContent-Type: multipart/mixed; boundary=e\n\n--e\n"
                + "Content-Type: image/png; name=\"page.png\"\n\n<html><script>alert(1)</script></html>\n--e--\n");
        var file = json(call(get(INBOX + "/" + one))).path("attachments").get(0);
        assertThat(file.path("mediaType").asString("")).isEqualTo("text/html");

        var answer =
                call(get(INBOX + "/" + one + "/attachments/" + file.path("id").asString("")));

        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("page.png");
        assertThat(answer.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getContentAsString()).contains("alert(1)");
    }

    @Test
    void without_the_purpose_of_rights_there_is_no_inbox() throws Exception {
        token = tokens.make(
                new ApiTokens.Wish("Sales", List.of("customer"), null),
                Office.SIRPA,
                Permissions.allOf(List.of(Purpose.CUSTOMER)));

        assertThat(call(get(INBOX)).getStatus()).isEqualTo(403);
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(one -> one.path("id").asString(""))
                .toList();
    }

    private String arrived(String from, String subject, String words) {
        return message("From: " + from + "\nSubject: " + subject + "\nMessage-ID: <" + UUID.randomUUID()
                + "@mail.example>\n\n" + words);
    }

    private String message(String text) {
        var id = mailbox.take(
                        Mailbox.PRIVACY,
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        office.clock.instant())
                .orElseThrow();
        office.jobs.stream().filter(job -> job.name().equals("mail-arrived")).forEach(job -> job.run(id.toString()));
        return office.asOwner(() -> office.jdbc
                .sql("select arrival_id::text from rights.arrival where message_id = :id")
                .param("id", id)
                .query(String.class)
                .single());
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder call, String body) throws Exception {
        return call(call.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder call) throws Exception {
        return web.perform(call.header("Authorization", "Bearer " + token).header("Accept-Language", "en"))
                .andReturn()
                .getResponse();
    }

    private static JsonNode json(MockHttpServletResponse response) throws Exception {
        return JSON.readTree(response.getContentAsString());
    }
}
