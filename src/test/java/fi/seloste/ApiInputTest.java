package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import fi.seloste.base.Actor;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Bad input gets a sentence that names where and what; nothing that is sent makes a fault of ours. */
@DatabaseTest
class ApiInputTest {

    private static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000cccd"), "Sirpa Virtanen");
    private static final List<Purpose> HELD = List.of(Purpose.CUSTOMER, Purpose.RIGHTS, Purpose.RETENTION);

    @Autowired
    MockMvc web;

    @Autowired
    ApiTokens tokens;

    private String token;

    @BeforeEach
    void a_program_with_three_purposes() {
        var purposes = HELD.stream().map(Purpose::code).toList();
        token = tokens.make(new ApiTokens.Wish("Input", purposes, null), SIRPA, Permissions.allOf(HELD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "/people | {\"name\": \"A\\u0000\", \"source\": \"phone\"} | name | can keep",
                "/people | {\"name\": \"A\\ud800\", \"source\": \"phone\"} | name | can keep",
                "/people | {\"emails\": [null], \"name\": \"A\", \"source\": \"phone\"} | emails[0] | null",
                "/people | {\"emails\": [\"a@b.example\", \"nobody\"], \"name\": \"A\", \"source\": \"phone\"} | emails[1] | not an e-mail",
                "/people | {\"emails\": [{\"value\": null}], \"name\": \"A\", \"source\": \"phone\"} | emails[0] | address",
                "/people | {\"phones\": \"040\", \"name\": \"A\", \"source\": \"phone\"} | phones | must be a list",
                "/people | {\"name\": 5, \"source\": \"phone\"} | name | must be a text",
                "/people | {\"nmae\": \"A\", \"source\": \"phone\"} | nmae | Known fields: department",
                "/people | {\"name\": \"A\", \"name\": \"B\"} | name | twice",
                "/people | {\"name\": \"A\", \"sourcedOn\": \"2026-02-30\", \"source\": \"phone\"} | sourcedOn | not a day",
                "/people | {\"name\": \"A\", \"sourcedOn\": \"+99999-01-01\", \"source\": \"phone\"} | sourcedOn | not a day",
                "/people | {\"name\": \"A\", \"givenByPerson\": \"yes\", \"source\": \"phone\"} | givenByPerson | true or false",
                "/people | {\"name\": \"A\", \"owner\": \"me\", \"source\": \"phone\"} | owner | an id",
                "/people | {\"name\": \"A\", \"source\": \"phone\", \"organisations\": [{\"id\": \"x\"}]} | organisations[0].id | an id",
                "/people | {\"name\": \"A\", \"source\": \"phone\", \"organisations\": [{}]} | organisations[0] | organisation",
                "/people | {\"name\": \"A\", \"source\": \"phone\", \"organisations\": [{\"id\": \"01999999-0000-7000-8000-000000000001\"}]} | organisations[0].id | no such organisation",
                "/people | {\"name\": \"A\", \"source\": \"phone\", \"owner\": \"01999999-0000-7000-8000-000000000001\"} | owner | ",
                "/retention/holds | {\"person\": \"01999999-0000-7000-8000-000000000001\", \"reason\": \"r\", \"until\": \"2999-01-01\"} | person | no such person",
                "/retention/holds | {\"organisation\": \"01999999-0000-7000-8000-000000000001\", \"reason\": \"r\", \"until\": \"2999-01-01\"} | organisation | no such organisation",
                "/organisations | {\"name\": [], \"source\": \"contract\"} | name | must be a text",
                "/organisations | {\"name\": \"A\", \"source\": \"contract\", \"domain\": \"a.b\\\\..c\"} | domain | ",
                "/rights/requests | {\"right\": \"access\", \"email\": \"a@b.example\", \"receivedOn\": \"-9999-01-01\"} | receivedOn | not a day",
                "/rights/requests | {\"right\": \"access\", \"email\": \"a@b.example\", \"language\": \"xx\"} | language | fi, sv or en",
                "/retention/holds | {\"person\": \"x\", \"reason\": \"r\", \"until\": \"2027-01-01\"} | person | an id",
                "/informing/letters | {\"people\": [\"x\"]} | people[0] | an id",
            })
    void a_field_that_cannot_be_taken_is_named(String path, String body, String field, String says) throws Exception {
        send(post("/api/v1" + path), body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail").value(containsString(says == null ? "" : says)));
    }

    @Test
    void json_that_is_none_is_told_by_line_and_column() throws Exception {
        send(post("/api/v1/people"), "{\"name\": \"A\",\n  \"title\" \"CEO\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("line 2, column 1")))
                .andExpect(jsonPath("$.field").value("title"));
        send(post("/api/v1/people"), "{} {}").andExpect(status().isBadRequest());
        send(post("/api/v1/people"), "[]")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("The body must be an object."));
        send(post("/api/v1/people"), "")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(startsWith("The body is missing")));
        send(post("/api/v1/people"), "[".repeat(100_000))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("20 levels")));
        send(post("/api/v1/people"), "{\"name\": 1" + "0".repeat(5000) + "}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("name"));
    }

    @Test
    void what_is_too_large_is_told_with_the_limit() throws Exception {
        send(post("/api/v1/people"), "{\"name\": \"" + "a".repeat(3 * 1024 * 1024) + "\"}")
                .andExpect(status().isContentTooLarge())
                .andExpect(jsonPath("$.detail").value(containsString("2 MB")));
        send(post("/api/v1/people"), "{\"name\": \"" + "a".repeat(201) + "\", \"source\": \"phone\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("name"))
                .andExpect(jsonPath("$.detail").value(containsString("at most 200")));
    }

    @Test
    void a_wrong_method_type_or_wish_is_told_with_the_right_ones() throws Exception {
        call(put("/api/v1/people"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", containsString("POST")))
                .andExpect(jsonPath("$.detail").value(containsString("GET")));
        call(post("/api/v1/people").contentType(MediaType.TEXT_PLAIN).content("x"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.detail").value(containsString("application/json")));
        call(get("/api/v1/data-map").accept("image/png"))
                .andExpect(status().isNotAcceptable())
                .andExpect(jsonPath("$.detail").value(containsString("application/ld+json")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/people?limit=0 | limit",
                "/people?limit=-5 | limit",
                "/people?limit=99999999999 | limit",
                "/people?after=junk | after",
                "/people?organisation=junk | organisation",
                "/people?owner=junk | owner",
                "/people?actSince=-9999-01-01 | actSince",
                "/people?emial=a@b.example | emial",
                "/organisations?after=junk | after",
                "/imports?after=junk | after",
                "/imports?limit=x | limit",
                "/rights/requests?after=junk | after",
                "/rights/requests?limit=0 | limit",
                "/informing?after=junk | after",
                "/informing?limit=0 | limit",
                "/retention/holds?after=junk | after",
                "/retention/holds?limit=x | limit",
                "/notice/versions?after=junk | after",
                "/notice/versions/1/changes?since=x | since",
                "/suppressions/check | email",
                "/suppressions/check?email=nobody | email",
                "/data-map?table=person | table",
            })
    void a_word_of_the_address_that_means_nothing_is_named(String path, String field) throws Exception {
        call(get("/api/v1" + path))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    @Test
    void a_sign_that_no_text_can_keep_is_refused_in_addresses_too() throws Exception {
        call(get("/api/v1/people").param("search", "A\u0000"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("search"));
    }

    @Test
    void rights_are_no_purpose_in_which_people_are_listed() throws Exception {
        call(get("/api/v1/people").header("Seloste-Purpose", "rights"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("Seloste-Purpose"))
                .andExpect(jsonPath("$.detail").value(containsString("Take one of customer")));
    }

    @Test
    void an_outdated_version_is_titled_in_the_callers_language() throws Exception {
        var person = made("/api/v1/people", "{\"name\": \"Vieno Kivi\", \"source\": \"phone\"}");
        send(patch(person).header("If-Match", "\"99\"").header("Accept-Language", "fi"), "{\"title\": \"TJ\"}")
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.title").value("Jokin on muuttunut sillä välin"));
    }

    @Test
    void a_list_of_people_shows_all_of_their_addresses_numbers_and_organisations() throws Exception {
        var first = made("/api/v1/organisations", "{\"name\": \"Ensi Oy\", \"source\": \"contract\"}");
        var second = made("/api/v1/organisations", "{\"name\": \"Toinen Oy\", \"source\": \"contract\"}");
        made("/api/v1/people", """
                {"name": "Moni Monela", "emails": ["moni@ensi.example", "moni@toinen.example"],
                 "phones": ["040 1234567", "040 7654321"], "source": "contract",
                 "organisations": [{"id": "%s", "title": "CFO", "roles": ["decision-maker"]}, {"id": "%s"}]}""".formatted(id(first), id(second)));
        call(get("/api/v1/people?search=Monela"))
                .andExpect(jsonPath("$.items[0].emails", contains("moni@ensi.example", "moni@toinen.example")))
                .andExpect(jsonPath("$.items[0].phones", contains("+358401234567", "+358407654321")))
                .andExpect(jsonPath("$.items[0].organisations[*].name", containsInAnyOrder("Ensi Oy", "Toinen Oy")))
                .andExpect(jsonPath("$.items[0].organisations[*].title", containsInAnyOrder("CFO", null)));
    }

    @Test
    void a_long_list_is_read_part_by_part() throws Exception {
        var wanted = new ArrayList<String>();
        for (int i = 1; i <= 3; i++) {
            var body = "{\"category\": \"relationship-notes\", \"reason\": \"r%d\", \"until\": \"2999-01-0%d\"}";
            wanted.add(id(made("/api/v1/retention/holds", body.formatted(i, i))));
        }
        var seen = new ArrayList<String>();
        String after = "";
        do {
            var page = call(get("/api/v1/retention/holds?limit=1" + after))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            seen.addAll(JsonPath.<List<String>>read(page, "$.items[*].id"));
            String next = JsonPath.read(page, "$.next");
            after = next == null ? "" : "&after=" + next;
        } while (!after.isEmpty());
        assertThat(seen).containsSubsequence(wanted).doesNotHaveDuplicates();
    }

    @Test
    void what_is_sent_twice_under_one_key_is_done_once() throws Exception {
        var body = "{\"name\": \"Kerran Kivi\", \"source\": \"phone\"}";
        Callable<Integer> sending = () -> send(post("/api/v1/people").header("Idempotency-Key", "once"), body)
                .andReturn()
                .getResponse()
                .getStatus();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var sent : threads.invokeAll(List.of(sending, sending, sending, sending))) {
                assertThat(sent.get()).isIn(201, 409);
            }
        }
        var again = send(post("/api/v1/people").header("Idempotency-Key", "once"), body);
        again.andExpect(status().isCreated()).andExpect(header().string("Idempotency-Replayed", "true"));
        call(get("/api/v1/people?search=Kerran"))
                .andExpect(jsonPath("$.items.length()").value(1));
        send(post("/api/v1/people").header("Idempotency-Key", "once"), body.replace("Kerran", "Toisen"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    @Test
    void a_file_of_other_content_is_not_the_same_call() throws Exception {
        file("Etunimi;Sukunimi\nAda;Kivi").andExpect(status().isCreated());
        file("Etunimi;Sukunimi\nAda;Kivi")
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"));
        file("Etunimi;Sukunimi\nBea;Kivi").andExpect(status().isUnprocessableContent());
    }

    private ResultActions file(String content) throws Exception {
        return call(multipart("/api/v1/imports")
                .part(new MockPart("file", "list.csv", content.getBytes(StandardCharsets.UTF_8)))
                .param("source", "meeting")
                .header("Idempotency-Key", "file"));
    }

    private String made(String path, String body) throws Exception {
        var answer = send(post(path), body)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return path + "/" + JsonPath.<String>read(answer, "$.id");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private ResultActions send(AbstractMockHttpServletRequestBuilder<?> call, String body) throws Exception {
        return call(call.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private ResultActions call(AbstractMockHttpServletRequestBuilder<?> call) throws Exception {
        return web.perform(call.header("Authorization", "Bearer " + token));
    }
}
