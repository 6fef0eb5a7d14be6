package fi.seloste.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.datamap.Compiler;
import fi.seloste.datamap.Declared;
import fi.seloste.notice.DeclarationReader;
import fi.seloste.notice.Notice;
import fi.seloste.notice.Sheet;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.ControllerNamed;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What everything does once another notice is in force. */
@DatabaseTest
class ObeyingTest {

    private static final Actor HELMI = new Actor(Actor.Kind.STAFF, Ids.next(), "Helmi Virtanen");

    @Autowired
    MockMvc web;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Notice notice;

    @Autowired
    Drafting drafting;

    @Autowired
    Publishing publishing;

    @Autowired
    Compiler compiler;

    @Autowired
    Declared declared;

    @Autowired
    Purposes purposes;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    private String token;

    @BeforeEach
    void theShippedNoticeIsInForce() {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("delete from notice.version").update();
            jdbc.sql("delete from publishing.draft").update();
        });
        notice.lookAgain();
        compiler.compile(declared);
        token = tokens.make(
                new ApiTokens.Wish("Officer", List.of("rights", "customer", "marketing"), null),
                HELMI,
                Permissions.allOf(List.of(Purpose.RIGHTS, Purpose.CUSTOMER, Purpose.MARKETING)));
    }

    @Test
    @Policy("N5")
    void page_record_grants_and_the_end_of_keeping_change_together() throws Exception {
        call("/api/v1/record-of-processing")
                .andExpect(content().string(containsString("24 months from the person’s own")));
        assertThat(purposes.as(Purpose.MARKETING, this::addresses)).isEmpty();

        published(sheet -> sheet.set("P7Y", "categories", "contact-information", "retention", "period")
                .set(List.of("customer-relations"), "categories", "contact-information", "purposes"));

        web.perform(get("/notice").param("lang", "en"))
                .andExpect(content().string(containsString("7 years from the person’s own last act")));
        call("/api/v1/record-of-processing")
                .andExpect(content().string(containsString("7 years from the person’s own")));
        call("/api/v1/data-map").andExpect(jsonPath("$.consequences").isNotEmpty());
        assertThatThrownBy(() -> purposes.as(Purpose.MARKETING, this::addresses))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        assertThat(purposes.as(Purpose.CUSTOMER, this::addresses)).isEmpty();
        asked("marketing")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(containsString("does not let this purpose use these data")));
    }

    @Test
    @Policy("N6")
    void what_no_purpose_declares_is_off_for_everybody_with_a_sentence() throws Exception {
        asked("marketing").andExpect(status().isOk());
        published(sheet -> {
            for (var purpose : List.of("role-marketing", "consented-marketing", "response-measurement")) {
                sheet.set(List.of(), "purposes", purpose, "uses");
            }
            return sheet;
        });

        asked("marketing")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(containsString("declares no purpose that uses “marketing”")));
        asked("customer").andExpect(status().isOk());
    }

    @Test
    @Policy("N3")
    void a_past_version_is_read_as_it_was_and_says_so() throws Exception {
        published(sheet -> sheet.set("P36M", "categories", "contact-information", "retention", "period"));
        published(sheet -> sheet.set("P48M", "categories", "contact-information", "retention", "period"));

        web.perform(get("/notice").param("lang", "en"))
                .andExpect(content().string(containsString("Version 2, in force since")))
                .andExpect(content().string(not(containsString("You are reading version"))));
        web.perform(get("/notice").param("lang", "en").param("version", "1"))
                .andExpect(content().string(containsString("You are reading version 1, which was in force from")))
                .andExpect(content().string(containsString("3 years from the person’s own last act")));
        web.perform(get("/notice/versions?lang=en&from=1&to=2"))
                .andExpect(content().string(containsString("“3 years” → “4 years”")));
        web.perform(get("/notice").param("version", "9")).andExpect(status().isNotFound());
    }

    @Test
    @Policy("N1")
    void the_set_up_publishes_the_first_version_in_the_name_of_its_controller() {
        var named = new ControllerNamed(
                "Koivu & Kaarna: Oy",
                "1234567-1",
                "Rantatie 2, 00100 Helsinki",
                "tietosuoja@koivu-kaarna.example",
                "fi",
                HELMI);
        purposes.as(Purpose.TECHNICAL, () -> events.publishEvent(named));

        assertThat(notice.version().orElseThrow().number()).isEqualTo(1);
        var controller = notice.inForce().controller();
        assertThat(controller.identity().name()).isEqualTo("Koivu & Kaarna: Oy");
        assertThat(controller.reach().phone()).isNull();
        assertThat(controller.offices()).hasSize(1);
        assertThat(notice.text())
                .as("comments, and nothing of the made-up company")
                .contains("# The notice of a company")
                .doesNotContain("halytin.example", "name: Hälytin");
        assertThat(compiler.drift(declared)).isEmpty();
    }

    @Test
    @Policy("N1")
    void a_controller_without_a_business_id_is_named_all_the_same() {
        var named = new ControllerNamed("Verein Birke", "", "Birkenweg 1, Kiel", "+49 431 000 000", "en", HELMI);
        purposes.as(Purpose.TECHNICAL, () -> events.publishEvent(named));

        assertThat(notice.inForce().controller().identity().businessId()).isEmpty();
        assertThat(DeclarationReader.read("n", notice.text().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .flaws())
                .isEmpty();
    }

    @Test
    @Policy("N4")
    void a_publication_waits_for_whoever_holds_the_catalogue_and_then_succeeds() throws Exception {
        var held = new CountDownLatch(1);
        var holder = Thread.ofVirtual()
                .start(() -> purposes.apart(Purpose.OWNER, () -> {
                    jdbc.sql("grant select (job_title) on register.person to seloste_test_analytics")
                            .update();
                    jdbc.sql("revoke select (job_title) on register.person from seloste_test_analytics")
                            .update();
                    held.countDown();
                    return jdbc.sql("select pg_sleep(4)").query().listOfRows();
                }));
        held.await();

        published(sheet -> sheet.set(List.of("customer-relations"), "categories", "contact-information", "purposes"));

        holder.join();
        assertThat(notice.version().orElseThrow().number()).isEqualTo(1);
        assertThat(compiler.drift(declared)).isEmpty();
    }

    private void published(UnaryOperator<Sheet> change) {
        drafting.change(null, change, HELMI);
        publishing.publish(drafting.draft(), "", HELMI);
    }

    private List<String> addresses() {
        return jdbc.sql("select value from register.contact_point")
                .query(String.class)
                .list();
    }

    private ResultActions asked(String purpose) throws Exception {
        return web.perform(get("/api/v1/people")
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en")
                .header("Seloste-Purpose", purpose));
    }

    private ResultActions call(String path) throws Exception {
        return web.perform(get(path).header("Authorization", "Bearer " + token).header("Accept-Language", "en"));
    }
}
