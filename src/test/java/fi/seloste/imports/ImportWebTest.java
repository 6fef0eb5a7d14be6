package fi.seloste.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import fi.seloste.DatabaseTest;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.register.CustomField;
import fi.seloste.register.OwnFields;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import jakarta.servlet.http.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Imports as programs and browsers do them. */
@DatabaseTest
@org.springframework.context.annotation.Import(Desk.class)
class ImportWebTest {

    @Autowired
    Desk desk;

    @Autowired
    OwnFields fields;

    @Autowired
    Purposes purposes;

    @Autowired
    MockMvc web;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Staff staff;

    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private String token;
    private @Nullable Cookie session;

    @BeforeEach
    void nobodyIsKnown() {
        desk.empty();
        token = tokens.make(
                new ApiTokens.Wish("Bridge", List.of("customer"), null),
                new Actor(Actor.Kind.STAFF, Ids.next(), "Maria Salo"),
                Permissions.allOf(Purpose.ofStaff()));
    }

    @Test
    void a_program_brings_a_file_looks_commits_and_takes_it_back() throws Exception {
        var id = brought("plain-utf8.csv", "met-in-person", "");
        call(get("/api/v1/imports/" + id)).andExpect(jsonPath("$.state").value("reading"));
        desk.working.read(ImportId.valueOf(id));

        call(get("/api/v1/imports/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("preview"))
                .andExpect(jsonPath("$.rows").value(10))
                .andExpect(jsonPath("$.new").value(10))
                .andExpect(jsonPath("$.changed").value(0))
                .andExpect(jsonPath("$.unchanged").value(0))
                .andExpect(jsonPath("$.banned").value(0))
                .andExpect(jsonPath("$.refused").value(0))
                .andExpect(jsonPath("$.errors").isEmpty());
        call(post("/api/v1/imports/" + id + "/commit"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.state").value("committing"));
        desk.working.commit(ImportId.valueOf(id));
        call(get("/api/v1/imports/" + id)).andExpect(jsonPath("$.state").value("committed"));
        assertThat(desk.people()).isEqualTo(10);

        call(delete("/api/v1/imports/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("undone"));
        assertThat(desk.people()).isZero();
    }

    @Test
    void a_bought_list_without_its_supplier_is_refused_and_leaves_nothing() throws Exception {
        call(upload("bought-list.csv").param("source", "bought-list"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("sourceDetail"));
        call(upload("bought-list.csv"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("source"));
        assertThat(desk.count("imports.import", "true")).isZero();
    }

    @Test
    void a_column_that_maps_to_a_field_is_filed_where_the_field_is_and_not_brought_twice() throws Exception {
        purposes.as(
                Purpose.CUSTOMER,
                () -> fields.declare(new CustomField.New(
                        CustomField.Holder.PERSON, "Ala", CustomField.Kind.TEXT, "contact-tags", List.of())));
        for (var line : List.of("satamat", "satamat", "kaivokset")) {
            var list = "Name;Email;Ala\nAda Koskinen;ada.koskinen@koivu-kaarna.example;%s\n".formatted(line);
            var brought = ImportId.valueOf(brought(
                    new MockMultipartFile(
                            "file", "a.csv", "text/csv", list.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    "{\"Ala\": \"custom:Ala\"}"));
            desk.working.read(brought);
            desk.commit(desk.imports.get(brought));
            assertThat(desk.count("register.custom_value_of_tags", "value = 'satamat'"))
                    .isEqualTo(1);
        }
        assertThat(desk.count("register.custom_value", "true")).isEqualTo(1);
    }

    @Test
    void a_column_that_maps_to_nothing_becomes_a_note_by_api_and_a_field_of_its_own_by_mapping() throws Exception {
        var list = "Name;Email;Lempiväri\nAda Koskinen;ada.koskinen@koivu-kaarna.example;sininen\n";
        var noted = brought(
                new MockMultipartFile(
                        "file", "a.csv", "text/csv", list.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "");
        desk.working.read(ImportId.valueOf(noted));
        desk.commit(desk.imports.get(ImportId.valueOf(noted)));
        assertThat(desk.count("register.note", "text = 'Lempiväri: sininen'")).isEqualTo(1);

        var kept = brought(
                new MockMultipartFile(
                        "file", "a.csv", "text/csv", list.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "{\"Lempiväri\": \"custom:Väri\"}");
        desk.working.read(ImportId.valueOf(kept));
        desk.commit(desk.imports.get(ImportId.valueOf(kept)));
        assertThat(desk.count("register.custom_value", "value = 'sininen'")).isEqualTo(1);
        assertThat(desk.count("register.custom_field", "name = 'Väri'")).isEqualTo(1);
        call(upload("plain-utf8.csv").param("source", "meeting").param("mapping", "{\"Ei ole\": \"email\"}"))
                .andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "empty.csv",
                "headers-only.csv",
                "workbook-renamed.csv",
                "binary-renamed.csv",
                "pdf-renamed.csv",
                "web-page-renamed.csv",
                "wrong-encoding.csv",
                "broken-letters.csv",
                "no-headers.csv",
                "title-first.csv"
            })
    void a_file_that_is_no_list_is_answered_with_a_sentence_and_changes_nothing(String file) throws Exception {
        call(upload("bad/" + file).param("source", "meeting"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("file"))
                .andExpect(jsonPath("$.detail").isNotEmpty());
        assertThat(desk.count("imports.import", "state <> 'undone'")).isZero();
        assertThat(desk.people()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ragged-rows.csv",
                "formulas.csv",
                "long-cell.csv",
                "invalid-values.csv",
                "unclosed-quote.csv",
                "unclear-marketing.csv",
                "broken-card.vcf",
                "dates.csv"
            })
    void a_bad_row_is_named_by_line_and_the_rest_comes_in(String file) throws Exception {
        var id = brought("bad/" + file, "meeting", "");
        desk.working.read(ImportId.valueOf(id));

        call(get("/api/v1/imports/" + id))
                .andExpect(jsonPath("$.state").value("preview"))
                .andExpect(jsonPath("$.errors[0].line").isNumber())
                .andExpect(jsonPath("$.errors[0].message").isNotEmpty());
        desk.commit(desk.imports.get(ImportId.valueOf(id)));
        assertThat(desk.names()).isNotEmpty();
    }

    @Test
    void two_rows_of_one_person_join_and_the_stricter_word_holds() throws Exception {
        var id = brought("bad/same-person-twice.csv", "meeting", "");
        desk.working.read(ImportId.valueOf(id));

        call(get("/api/v1/imports/" + id))
                .andExpect(jsonPath("$.rows").value(4))
                .andExpect(jsonPath("$.new").value(2))
                .andExpect(jsonPath("$.joined").value(2))
                .andExpect(jsonPath("$.banned").value(1))
                .andExpect(jsonPath("$.errors[*].line", hasItem(4)));
        desk.commit(desk.imports.get(ImportId.valueOf(id)));
        assertThat(desk.reaches("Boris Nyström"))
                .containsExactly("boris.nystrom@saaristo-vene.example", "boris@kotiposti.example", "+358400000102");
        assertThat(desk.row("Ada Koskinen")).containsEntry("standing", 1);
    }

    @Test
    void a_browser_goes_from_the_file_to_the_register_and_back() throws Exception {
        browse(get("/imports")).andExpect(status().isOk()).andExpect(content().string(containsString("type=\"file\"")));
        browse(multipart("/imports").file(file("bad/empty.csv")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("The file is empty")));
        var columns = browse(multipart("/imports").file(file("pipedrive-people.csv")))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        browse(get(columns))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Pipedrive")))
                .andExpect(content().string(containsString("name=\"source\" value=\"bought-list\"")));
        browse(post(columns).param("source", "met-in-person"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("aria-invalid=\"true\"")));
        var form = post(columns).param("source", "met-in-person");
        var entry = desk.imports.newest(1).getFirst();
        entry.content()
                .mapping()
                .targets()
                .forEach((header, target) ->
                        form.param("column", target.code().equals("unmapped") ? "custom:" + header : target.code()));
        var url = browse(form)
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        browse(get(url)).andExpect(header().exists("Refresh"));
        desk.working.read(entry.id());

        browse(get(url))
                .andExpect(content().string(containsString("Ada Koskinen")))
                .andExpect(header().doesNotExist("Refresh"));
        for (var tab : List.of("new", "changed", "unchanged", "banned", "restricted", "asking", "faults")) {
            browse(get(url + "?tab=" + tab)).andExpect(status().isOk());
        }
        browse(post(url + "/commit")).andExpect(status().isSeeOther());
        desk.working.commit(entry.id());
        browse(get(url)).andExpect(status().isOk());
        browse(get(url + "/undo")).andExpect(content().string(containsString("10")));
        browse(post(url + "/undo")).andExpect(status().isSeeOther());
        assertThat(desk.people()).isZero();
        browse(get(url)).andExpect(status().isOk());
        browse(get("/imports")).andExpect(content().string(containsString("pipedrive-people.csv")));
        browse(multipart("/imports").file(file("outlook.csv"))).andExpect(status().isSeeOther());
        browse(multipart("/imports").file(file("bad/pdf-renamed.csv")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("PDF")));
    }

    @Test
    void the_same_headers_are_mapped_as_they_were_the_last_time() throws Exception {
        var list = "Nimi;Sähköposti;Lempiväri\nAda Koskinen;ada.koskinen@koivu-kaarna.example;sininen\n";
        var first = desk.imports.receive(
                new Imports.File(
                        "a.csv",
                        () -> new java.io.ByteArrayInputStream(list.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                Desk.MAIJA);
        assertThat(first.content().mapping().unmapped()).containsExactly("Lempiväri");
        desk.imports.decide(
                first.id(),
                first.content().mapping().with("Lempiväri", new fi.seloste.intake.Target.Drop("")),
                Desk.met(),
                Desk.MAIJA);

        var second = desk.imports.receive(
                new Imports.File(
                        "b.csv",
                        () -> new java.io.ByteArrayInputStream(list.replace("Nimi;Sähköposti", "Sähköposti;Nimi")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                Desk.MAIJA);

        assertThat(second.content().mapping().unmapped()).isEmpty();
        assertThat(second.content().mapping().dropped()).containsExactly("Lempiväri");
    }

    private String brought(String name, String source, String detail) throws Exception {
        return id(call(upload(name).param("source", source).param("sourceDetail", detail)));
    }

    private String brought(MockMultipartFile file, String mapping) throws Exception {
        var request = multipart("/api/v1/imports")
                .file(file)
                .param("source", "meeting")
                .param("mapping", mapping);
        return id(call(request));
    }

    private static String id(ResultActions answer) throws Exception {
        return JsonPath.read(
                answer.andExpect(status().isCreated()).andReturn().getResponse().getContentAsString(), "$.id");
    }

    private static MockMultipartFile file(String name) throws Exception {
        return new MockMultipartFile("file", name, "text/csv", Files.readAllBytes(Path.of("examples", name)));
    }

    private static MockMultipartHttpServletRequestBuilder upload(String name) throws Exception {
        return multipart("/api/v1/imports").file(file(name));
    }

    private ResultActions call(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + token));
    }

    /** Signs in as somebody does and sends forms with the proof of the page they stand on. */
    private ResultActions browse(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        if (session == null) {
            session = signedIn();
        }
        var html = web.perform(get("/account").cookie(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return web.perform(request.cookie(session).param("_csrf", proof(html)));
    }

    private Cookie signedIn() throws Exception {
        var email = "maria.salo" + Ids.next() + "@halytin.example";
        var account = staff.make(
                new Staff.Newcomer(email.replace('@', ' '), email, "en", "Europe/Helsinki"),
                Permissions.allOf(Purpose.ofStaff()),
                Actor.system("test"));
        staff.setPassword(account, "seitsemän hiljaista lumipalloa");
        var page = web.perform(get("/sign-in")).andReturn().getResponse();
        var answer = web.perform(post("/sign-in")
                        .cookie(page.getCookies())
                        .param("_csrf", proof(page.getContentAsString()))
                        .param("email", email)
                        .param("password", "seitsemän hiljaista lumipalloa"))
                .andReturn()
                .getResponse();
        return Arrays.stream(answer.getCookies())
                .filter(one -> one.getName().equals("seloste-80"))
                .findFirst()
                .orElseThrow();
    }

    private static String proof(String html) {
        var found = PROOF.matcher(html);
        assertThat(found.find()).as("a form with a proof in %s", html).isTrue();
        return found.group(1);
    }
}
