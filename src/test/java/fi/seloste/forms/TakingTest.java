package fi.seloste.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.consents.Aim;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Wording;
import fi.seloste.register.Ban;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.Notebook;
import fi.seloste.register.PersonField;
import fi.seloste.register.Register;
import fi.seloste.register.Timeline;
import fi.seloste.register.TimelineQuery;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
@Import(Visitors.class)
class TakingTest {

    private static final String LETTER = "Readiness letter by form";

    @Autowired
    Visitors visitors;

    @Autowired
    Forms forms;

    @Autowired
    Inbound inbound;

    @Autowired
    Register register;

    @Autowired
    Notebook notebook;

    @Autowired
    Timeline timeline;

    @Autowired
    Consents consents;

    @Autowired
    MarketingBan bans;

    @Autowired
    Staff staff;

    @Autowired
    Files files;

    @Autowired
    Tidying tidying;

    @Autowired
    MockMvc web;

    @Test
    @Policy("F6")
    void what_a_stranger_asks_becomes_a_person_a_line_of_the_timeline_and_one_employees_task() throws Exception {
        visitors.clock.reset();
        var form = visitors.contact();
        var salla = form.plan().handling().owner();
        visitors.worked(
                form,
                "name",
                "Ada Koskinen",
                "email",
                "ada.f6@jokivoima.example",
                "phone",
                "+358 40 000 0199",
                "job-title",
                "Director",
                "message",
                "Please call me about the pump");
        visitors.work();

        var ada = one("ada.f6@jokivoima.example");
        visitors.purposes.as(Purpose.CUSTOMER, () -> {
            var person = register.get(ada);
            assertThat(person.origin().source().code()).isEqualTo("own-form");
            assertThat(person.origin().detail()).isEqualTo(form.name());
            assertThat(person.jobTitle()).isEqualTo("Director");
            assertThat(person.lastActAt()).isNotNull();
            var line = timeline.of(ada, TimelineQuery.first(10)).items().stream()
                    .filter(item -> item.group().equals("submission"))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.text()).isEqualTo("Contact us: Please call me about the pump");
            assertThat(line.opens()).startsWith("/forms/submissions/");
            assertThat(notebook.openTasks(salla, 10)).singleElement().satisfies(task -> {
                assertThat(task.party().person()).isEqualTo(ada);
                assertThat(task.note().dueOn()).isEqualTo(LocalDate.of(2026, 11, 25));
                assertThat(task.note().text()).isEqualTo("Answer: " + form.name());
            });
        });
        assertThat(visitors.letters(staff.account(salla).email()))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.body())
                            .contains("/forms/submissions/")
                            .doesNotContain("Ada", "jokivoima", "pump");
                    assertThat(letter.subject()).doesNotContain("Ada");
                });
        assertThat(visitors.letters("ada.f6@jokivoima.example")).isEmpty();
    }

    @Test
    @Policy("F6")
    void whoever_has_an_account_manager_is_that_ones_task() throws Exception {
        var form = visitors.contact();
        var tuomas = visitors.salla();
        var ada = visitors.known("Ada Oma", "ada.owned@jokivoima.example");
        visitors.purposes.as(
                Purpose.CUSTOMER,
                () -> register.change(
                        ada,
                        new fi.seloste.register.Edit<>(Map.of(PersonField.OWNER, tuomas.toString()), null, null),
                        Visitors.JENNY));
        visitors.worked(form, "name", "Ada Oma", "email", "ada.owned@jokivoima.example", "message", "Hello");
        visitors.work();
        visitors.confirms("ada.owned@jokivoima.example");
        visitors.work();

        visitors.purposes.as(Purpose.CUSTOMER, () -> {
            assertThat(notebook.openTasks(tuomas, 10)).hasSize(1);
            assertThat(notebook.openTasks(form.plan().handling().owner(), 10)).isEmpty();
        });
    }

    @Test
    @Policy({"F3", "F4"})
    void a_stranger_who_types_a_known_address_changes_nothing_and_learns_nothing() throws Exception {
        var form = visitors.contact();
        var ada = visitors.known("Ada Tuttu", "ada.f4@jokivoima.example");
        var before = changes(ada);

        var known = visitors.worked(
                form,
                "name",
                "Somebody Else",
                "email",
                "Ada.F4@jokivoima.example",
                "job-title",
                "Thief",
                "message",
                "x");
        var unknown = visitors.worked(form, "name", "New One", "email", "new.f4@jokivoima.example", "message", "x");
        assertThat(known.andReturn().getResponse().getHeader("Location"))
                .isEqualTo(unknown.andReturn().getResponse().getHeader("Location"))
                .isNotNull();
        assertThat(known.andReturn().getResponse().getStatus())
                .isEqualTo(unknown.andReturn().getResponse().getStatus());
        visitors.work();

        assertThat(changes(ada)).isEqualTo(before);
        assertThat(submissions(ada)).isZero();
        visitors.purposes.as(Purpose.CUSTOMER, () -> {
            assertThat(register.get(ada).name().shown()).isEqualTo("Ada Tuttu");
            assertThat(register.get(ada).jobTitle()).isNull();
            assertThat(register.get(ada).lastActAt()).isNull();
        });
        assertThat(visitors.letters("Ada.F4@jokivoima.example"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.body())
                        .contains("/f/confirm/")
                        .doesNotContain("Somebody Else", "Thief", "Ada Tuttu"));

        visitors.confirms("Ada.F4@jokivoima.example").andExpect(status().is3xxRedirection());
        visitors.work();

        assertThat(submissions(ada)).isOne();
        visitors.purposes.as(Purpose.CUSTOMER, () -> {
            assertThat(register.get(ada).name().shown())
                    .as("never written over")
                    .isEqualTo("Ada Tuttu");
            assertThat(register.get(ada).jobTitle()).as("it was empty").isEqualTo("Thief");
        });
        assertThat(visitors.peopleAt("ada.f4@jokivoima.example")).hasSize(1);
    }

    @Test
    @Policy("F4")
    void an_address_that_somebody_had_once_is_not_theirs_any_more() throws Exception {
        var ada = visitors.known("Ada Entinen", "desk.f4@jokivoima.example");
        visitors.purposes.as(
                Purpose.OWNER,
                () -> visitors.jdbc
                        .sql(
                                "update register.contact_point set valid_until = date '2025-12-31' where value = 'desk.f4@jokivoima.example'")
                        .update());
        var form = visitors.contact();
        visitors.worked(form, "name", "Boris Uusi", "email", "desk.f4@jokivoima.example", "message", "I sit here now");
        visitors.work();

        assertThat(visitors.peopleAt("desk.f4@jokivoima.example")).hasSize(2);
        assertThat(visitors.count("select count(*) from forms.submission where person_id = ?", ada.value()))
                .isZero();
    }

    @Test
    @Policy("F4")
    void looking_at_the_letters_link_confirms_nothing_and_pressing_twice_confirms_once() throws Exception {
        var form = visitors.contact();
        visitors.sends(form, "name", "Pia Uusi", "email", "pia.f4@jokivoima.example", "message", "Hello");
        visitors.work();
        var link = visitors.link("pia.f4@jokivoima.example");
        web.perform(get("/f/confirm/" + link)).andExpect(status().isOk());
        visitors.work();
        assertThat(visitors.peopleAt("pia.f4@jokivoima.example")).isEmpty();

        visitors.confirms("pia.f4@jokivoima.example");
        visitors.confirms("pia.f4@jokivoima.example");
        visitors.work();
        visitors.confirms("pia.f4@jokivoima.example");
        visitors.work();

        assertThat(submissions(one("pia.f4@jokivoima.example"))).isOne();
        visitors.clock.advance(Duration.ofDays(15));
        web.perform(get("/f/confirm/" + link)).andExpect(status().isNotFound());
    }

    @Test
    @Policy("F5")
    void a_ticked_consent_is_kept_when_the_address_has_answered_upon_the_words_that_were_shown() throws Exception {
        var form = letter();
        visitors.worked(form, "name", "Ida Into", "email", "ida.f5@jokivoima.example", "consent1", "yes");
        visitors.work();
        assertThat(visitors.peopleAt("ida.f5@jokivoima.example"))
                .as("before the link came back")
                .isEmpty();
        visitors.confirms("ida.f5@jokivoima.example");
        visitors.work();

        var ida = one("ida.f5@jokivoima.example");
        visitors.purposes.as(Purpose.MARKETING, () -> {
            assertThat(consents.stands(ida, new Aim("consented-marketing", LETTER)))
                    .isTrue();
            assertThat(consents.of(ida)).singleElement().satisfies(consent -> {
                assertThat(consent.given().upon().text().words()).isEqualTo("Send me the letter.");
                assertThat(consent.given().proof().kind().code()).isEqualTo("double-opt-in");
            });
        });
    }

    @Test
    @Policy("F5")
    void a_ban_stays_a_ban_whatever_is_ticked() throws Exception {
        var form = letter();
        var ban = visitors.known("Boris Kielto", "boris.f5@jokivoima.example");
        visitors.purposes.as(Purpose.CUSTOMER, () -> bans.ban(ban, Ban.because("asked by phone"), Visitors.JENNY));
        visitors.worked(form, "name", "Boris Kielto", "email", "boris.f5@jokivoima.example", "consent1", "yes");
        visitors.work();
        visitors.confirms("boris.f5@jokivoima.example");
        visitors.work();

        visitors.purposes.as(Purpose.RIGHTS, () -> {
            assertThat(register.get(ban).standing().isBanned()).isTrue();
            assertThat(consents.of(ban)).isEmpty();
        });
        assertThat(visitors.count(
                        "select count(*) from forms.answer where person_id = ? and refused_for = 'consents.banned'",
                        ban.value()))
                .isOne();
    }

    @Test
    @Policy("F7")
    void what_nobody_confirms_goes_after_thirty_days() throws Exception {
        var form = visitors.contact();
        visitors.sends(form, "name", "Ohi Kulkija", "email", "ohi.f7@jokivoima.example", "message", "Hello");
        visitors.work();
        visitors.clock.advance(Duration.ofDays(29));
        tidying.run();
        assertThat(waiting(form)).isOne();
        visitors.clock.advance(Duration.ofDays(2));
        tidying.run();
        assertThat(waiting(form)).isZero();
        visitors.clock.reset();
    }

    @Test
    @Policy("F7")
    void what_waits_can_be_taken_in_or_removed_by_hand() throws Exception {
        var form = visitors.contact();
        var tuttu = visitors.known("Ella Tuttu", "ella.f7@jokivoima.example");
        visitors.sends(
                form,
                "name",
                "Ella Tuttu",
                "email",
                "ella.f7@jokivoima.example",
                "job-title",
                "Boss",
                "message",
                "Hello");
        visitors.sends(form, "name", "Rubbish", "email", "rubbish.f7@jokivoima.example", "message", "Buy pills");
        visitors.work();
        var waits = inbound.waiting(form.id(), Paging.of(null, null)).items();
        assertThat(waits).hasSize(2);

        var salla = staff.account(form.plan().handling().owner());
        inbound.remove(waits.getFirst().id(), salla.actor());
        inbound.take(waits.getLast().id(), salla);
        visitors.work();

        assertThat(inbound.waiting(form.id(), Paging.of(null, null)).items()).isEmpty();
        assertThat(submissions(tuttu)).isOne();
        visitors.purposes.as(
                Purpose.CUSTOMER,
                () -> assertThat(register.get(tuttu).jobTitle())
                        .as("nobody proved anything")
                        .isNull());
        assertThat(visitors.peopleAt("rubbish.f7@jokivoima.example")).isEmpty();
    }

    @Test
    void nobodys_mailbox_is_filled_whatever_the_spelling() throws Exception {
        var form = visitors.contact();
        for (int i = 0; i < 5; i++) {
            visitors.sends(form, "name", "Nobody", "email", "ada+" + i + "@flood.example", "message", "Hello");
        }
        visitors.work();
        long letters = 0;
        for (int i = 0; i < 5; i++) {
            letters += visitors.letters("ada+" + i + "@flood.example").size();
        }
        assertThat(letters).isEqualTo(3);
    }

    @Test
    void nobodys_mailbox_is_filled_by_somebody_elses_sending() throws Exception {
        var form = visitors.contact();
        for (int i = 0; i < 6; i++) {
            visitors.sends(form, "name", "N", "email", "victim@jokivoima.example", "message", "m" + i);
            visitors.work();
        }
        assertThat(visitors.letters("victim@jokivoima.example")).hasSize(3);
        assertThat(visitors.count("select count(*) from forms.arrival where state = 'unasked'"))
                .isEqualTo(3);
    }

    @Test
    void a_file_is_handed_out_by_a_link_that_ends() throws Exception {
        var id = visitors.draft(
                new Form.Plan(
                        "Guide",
                        "guide-" + UUID.randomUUID().toString().substring(0, 8),
                        Kinds.DOWNLOAD,
                        new Form.Handling(null, 0, false, ""),
                        java.util.List.of()),
                visitors.content("name", "email"));
        files.keep(
                id,
                new MockMultipartFile("file", "../guide \"1\".pdf", null, "%PDF-1.7 guide".getBytes()),
                Visitors.JENNY);
        forms.publish(id, Visitors.JENNY);
        var form = forms.get(id);
        visitors.worked(form, "name", "Otto Lukija", "email", "otto.file@jokivoima.example");
        visitors.work();
        var link = visitors.link("otto.file@jokivoima.example");
        web.perform(get("/f/download/" + link)).andExpect(status().isNotFound());

        visitors.confirms("otto.file@jokivoima.example");
        assertThat(web.perform(get("/f/confirm/" + link))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("/f/download/" + link);
        visitors.work();
        var file = web.perform(get("/f/download/" + link))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(file.getContentAsString()).isEqualTo("%PDF-1.7 guide");
        assertThat(file.getContentType()).isEqualTo("application/pdf");
        assertThat(file.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .doesNotContain("..");
        assertThat(submissions(one("otto.file@jokivoima.example"))).isOne();

        visitors.clock.advance(Duration.ofDays(15));
        web.perform(get("/f/download/" + link)).andExpect(status().isNotFound());
        visitors.clock.reset();
    }

    @Test
    @Policy("F11")
    void of_a_restricted_person_it_is_kept_unseen_and_the_privacy_officer_is_told() throws Exception {
        var form = visitors.contact();
        var chen = visitors.known("Chen Rajattu", "chen.f11@jokivoima.example");
        visitors.purposes.as(
                Purpose.RIGHTS,
                () -> visitors.jdbc
                        .sql("update register.person set standing = (standing | 2)::smallint where person_id = :id")
                        .param("id", chen.value())
                        .update());
        visitors.worked(form, "name", "Chen Rajattu", "email", "chen.f11@jokivoima.example", "message", "Hello");
        visitors.work();
        visitors.confirms("chen.f11@jokivoima.example");
        visitors.work();

        assertThat(submissions(chen)).isOne();
        assertThat(visitors.peopleAt("chen.f11@jokivoima.example"))
                .as("no second one")
                .hasSize(1);
        visitors.purposes.as(
                Purpose.CUSTOMER,
                () -> assertThat(visitors.jdbc
                                .sql("select count(*) from forms.submission where person_id = :id")
                                .param("id", chen.value())
                                .query(Long.class)
                                .single())
                        .isZero());
        assertThat(visitors.letters("tietosuoja@halytin.example"))
                .anySatisfy(letter ->
                        assertThat(letter.body()).contains("/people/" + chen).doesNotContain("Chen"));
        visitors.purposes.as(
                Purpose.CUSTOMER,
                () -> assertThat(notebook.openTasks(form.plan().handling().owner(), 5))
                        .isEmpty());
    }

    private Form letter() {
        visitors.purposes.as(Purpose.MARKETING, () -> {
            consents.write(
                    new Aim("consented-marketing", LETTER),
                    new Wording.Text("Send me the letter.", "en"),
                    Visitors.JENNY);
            consents.write(
                    new Aim("consented-marketing", LETTER), new Wording.Text("Haluan kirjeen.", "fi"), Visitors.JENNY);
        });
        var id = visitors.draft(
                visitors.plan(Kinds.CONTACT, visitors.salla()),
                visitors.content("name", "email", "consent:consented-marketing/" + LETTER));
        forms.publish(id, Actor.system("test"));
        return forms.get(id);
    }

    private PersonId one(String email) {
        var found = visitors.peopleAt(email);
        assertThat(found).as(email).hasSize(1);
        return new PersonId(found.getFirst());
    }

    private long submissions(PersonId person) {
        return visitors.count("select count(*) from forms.submission where person_id = ?", person.value());
    }

    private long changes(PersonId person) {
        return visitors.count("select count(*) from register.change where person_id = ?", person.value());
    }

    private long waiting(Form form) {
        return visitors.count("select count(*) from forms.arrival where form_id = ?", form.id());
    }
}
