package fi.seloste.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.RequestId;
import fi.seloste.consents.Aim;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Wording;
import fi.seloste.register.CustomField;
import fi.seloste.register.Notebook;
import fi.seloste.register.OwnFields;
import fi.seloste.register.PartialRestrictions;
import fi.seloste.register.Party;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** What becomes of a form where what it asks for, or whom it asks, is not any more what it was when it was published. */
@DatabaseTest
@Import(Visitors.class)
class AfterwardsTest {

    private static final String NOTES = "relationship-notes";
    private static final String TAGS = "contact-tags";

    @Autowired
    Visitors visitors;

    @Autowired
    OwnFields own;

    @Autowired
    Notebook notebook;

    @Autowired
    PartialRestrictions partial;

    @Autowired
    Consents consents;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @Test
    @Policy({"F1", "F8"})
    void a_field_that_was_retired_is_asked_no_more_and_the_forms_pages_say_so() throws Exception {
        var field = declared("Site");
        var form = asking(field);
        var page = "/forms/" + form.id();
        var jenny = visit(Role.MARKETER);
        assertThat(jenny.html(page)).contains("declares everything");
        var open = visitors.page(form);
        assertThat(open).contains("name=\"own1\"");
        assertThat(visit(Permissions.allOf(List.of(Purpose.CUSTOMER))).html("/settings/fields/" + field + "/removal"))
                .contains("goes on without it", form.name());

        visitors.purposes.as(Purpose.CUSTOMER, () -> own.remove(field));

        jenny.opens(page).andExpect(status().isOk());
        assertThat(jenny.html(page)).contains("was retired from the register", "/fields#own1");
        assertThat(jenny.html(page + "/fields")).contains("was retired from the register", "value=\"remove.2\"");
        jenny.opens(page + "/preview").andExpect(status().isOk());
        assertThat(visitors.page(form)).contains("name=\"email\"").doesNotContain("name=\"own1\"");
        web.perform(get("/f/" + form.plan().slug()).accept("application/json")).andExpect(status().isOk());
        assertThat(visitors.sends(
                                form,
                                open,
                                Duration.ofSeconds(30),
                                "name",
                                "Ada Jäi",
                                "email",
                                "ada.retired@jokivoima.example",
                                "own1",
                                "Pump house")
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .as("whoever had it open reads that it was changed, and loses nothing else")
                .contains("was changed while you filled it in", "Ada Jäi");
        visitors.worked(form, "name", "Ada Jäi", "email", "ada.retired@jokivoima.example");
        visitors.work();
        assertThat(visitors.peopleAt("ada.retired@jokivoima.example")).hasSize(1);

        jenny.sends(
                        page + "/fields",
                        "version",
                        "2",
                        "act",
                        "remove.2",
                        "f0.key",
                        "name",
                        "f1.key",
                        "email",
                        "f2.key",
                        "own1")
                .andExpect(status().is3xxRedirection());
        assertThat(visitors.forms.get(form.id()).content().asks(Field.Kind.OWN)).isFalse();
    }

    @Test
    @Policy({"F6", "F11"})
    void what_somebody_sends_of_whom_notes_are_restricted_comes_in_without_a_note() throws Exception {
        var field = declared("Interest");
        var form = asking(field);
        var salla = form.plan().handling().owner();
        var free = visitors.known("Boris Vapaa", "boris.free@jokivoima.example");
        var ada = visitors.known("Ada Rajattu", "ada.noted@jokivoima.example");
        restrict(ada, NOTES);
        restrict(ada, TAGS);

        sends(form, "Boris Vapaa", "boris.free@jokivoima.example");
        sends(form, "Ada Rajattu", "ada.noted@jokivoima.example");

        assertThat(value(free, field)).isEqualTo("Pumps");
        assertThat(visitors.purposes.as(
                        Purpose.OWNER,
                        () -> visitors.jdbc
                                .sql("select count(*) from register.custom_value_of_tags where person_id = :id")
                                .param("id", ada.value())
                                .query(Integer.class)
                                .single()))
                .as("nothing is written where what is there is only stored")
                .isZero();
        assertThat(visitors.count(
                        "select count(*) from forms.answer a join forms.submission s using (submission_id) where s.person_id = ? and a.value = 'Pumps'",
                        ada.value()))
                .as("what was answered is kept with the answers")
                .isOne();
        assertThat(visitors.purposes.as(Purpose.CUSTOMER, () -> notebook.openTasks(salla, 10)))
                .singleElement()
                .satisfies(task -> assertThat(task.party().person()).isEqualTo(free));
        assertThat(visitors.letters(staff.account(salla).email()))
                .as("the letter alone says that hers waits")
                .hasSize(2);
    }

    @Test
    void a_copy_asks_the_same_at_an_address_of_its_own_and_is_seen_by_nobody_yet() throws Exception {
        var first = visitors.contact("https://www.halytin.example");
        var jenny = visit(Role.MARKETER);

        var place = jenny.sends("/forms/" + first.id() + "/copy")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var copy = visitors.forms.get(UUID.fromString(String.valueOf(place).split("/")[2]));

        assertThat(copy.name()).isEqualTo(first.name() + " (2)");
        assertThat(copy.plan().slug())
                .startsWith("form-")
                .isNotEqualTo(first.plan().slug());
        assertThat(copy.plan().handling()).isEqualTo(first.plan().handling());
        assertThat(copy.plan().sites()).isEqualTo(first.plan().sites());
        assertThat(copy.content()).isEqualTo(first.content());
        assertThat(copy.state()).isEqualTo(Form.State.DRAFT);
        web.perform(get("/f/" + copy.plan().slug())).andExpect(status().isNotFound());
        web.perform(get("/f/" + first.plan().slug())).andExpect(status().isOk());
        var another = visitors.forms.copy(copy.id(), Visitors.JENNY);
        assertThat(visitors.forms.get(another).plan().slug())
                .isNotIn(copy.plan().slug(), first.plan().slug());
        visit(Role.SALESPERSON).sends("/forms/" + first.id() + "/copy").andExpect(status().isForbidden());
    }

    @Test
    void what_was_written_in_the_builder_comes_back_where_it_cannot_be_kept() throws Exception {
        var id = visitors.draft(
                visitors.plan(Kinds.CONTACT, visitors.salla()), visitors.content("name", "email", "message"));
        var html = visit(Role.MARKETER)
                .sends(
                        "/forms/" + id + "/fields",
                        "version",
                        "1",
                        "act",
                        "save",
                        "title.en",
                        "A title of an evening's work",
                        "f0.key",
                        "name",
                        "f0.label.en",
                        "What shall we call you?",
                        "f1.key",
                        "email",
                        "f2.key",
                        "message",
                        "f2.label.en",
                        "x".repeat(1_001))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(html)
                .contains("A title of an evening&#39;s work", "What shall we call you?", "x".repeat(1_001))
                .contains("id=\"f-f2-label-en-error\"");
    }

    @Test
    void a_field_of_ones_own_and_a_consent_are_asked_once() throws Exception {
        agreedTo();
        var field = declared("Once");
        var id = visitors.draft(
                visitors.plan(Kinds.CONTACT, visitors.salla()), visitors.content("name", "email", "message"));
        var jenny = visit(Role.MARKETER);
        var page = "/forms/" + id + "/fields";
        var kinds = List.of("add.own:" + field, "add.consent:consented-marketing/");
        int version = 1;
        for (var kind : kinds) {
            assertThat(jenny.html(page)).contains("value=\"" + kind + "\"");
            jenny.sends(page, asked(version++, kind)).andExpect(status().is3xxRedirection());
        }
        for (var kind : kinds) {
            assertThat(jenny.html(page)).doesNotContain("value=\"" + kind + "\"");
            assertThat(jenny.sends(page, asked(version, kind))
                            .andExpect(status().isBadRequest())
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .contains("asks for this already");
        }
    }

    private static String[] asked(int version, String act) {
        var all = new ArrayList<>(List.of("version", String.valueOf(version), "act", act));
        int n = 0;
        for (var key : List.of("name", "email", "message", "own1", "consent1")) {
            all.addAll(List.of("f" + n++ + ".key", key));
        }
        return all.toArray(String[]::new);
    }

    @Test
    @Policy("F8")
    void whoever_need_not_agree_is_not_told_of_a_letter_that_may_never_come() throws Exception {
        agreedTo();
        var content = visitors.content("name", "email", "message", "consent:consented-marketing/");
        var id = visitors.draft(visitors.plan(Kinds.CONTACT, visitors.salla()), content);
        visitors.forms.publish(id, Visitors.JENNY);
        assertThat(thanks(id)).contains("If your address has to be confirmed").doesNotContain("is on its way");

        var needed = content.with(content.fields().stream().map(Field::needed).toList());
        var other = visitors.draft(visitors.plan(Kinds.CONTACT, visitors.salla()), needed);
        visitors.forms.publish(other, Visitors.JENNY);
        assertThat(thanks(other)).contains("A letter is on its way");
    }

    @Test
    @Policy("F10")
    void in_a_frame_it_is_as_light_or_dark_as_the_page_around_it() throws Exception {
        var form = visitors.contact("https://www.halytin.example");
        var address = "/f/" + form.plan().slug();
        assertThat(html(address + "?embed=1")).contains("data-bs-theme=\"light\"", "name=\"embed\" value=\"1\"");
        assertThat(html(address + "?embed=dark"))
                .contains("data-bs-theme=\"dark\"", "name=\"embed\" value=\"dark\"", "&amp;embed=dark");
        assertThat(html(address + "/thanks?embed=dark")).contains("data-bs-theme=\"dark\"");
        assertThat(html(address)).doesNotContain("data-bs-theme", "name=\"embed\"");
    }

    private String thanks(UUID form) throws Exception {
        return html("/f/" + visitors.forms.get(form).plan().slug() + "/thanks?lang=en");
    }

    private String html(String address) throws Exception {
        return web.perform(get(address)).andReturn().getResponse().getContentAsString();
    }

    private void agreedTo() {
        for (var language : List.of("fi", "en")) {
            visitors.purposes.as(
                    Purpose.MARKETING,
                    () -> consents.write(
                            new Aim("consented-marketing", ""),
                            new Wording.Text("May we write? " + language, language),
                            Visitors.JENNY));
        }
    }

    private Form asking(UUID field) {
        var id = visitors.draft(
                visitors.plan(Kinds.CONTACT, visitors.salla()), visitors.content("name", "email", "own:" + field));
        visitors.forms.publish(id, Visitors.JENNY);
        return visitors.forms.get(id);
    }

    private void restrict(PersonId person, String category) {
        visitors.purposes.as(
                Purpose.RIGHTS,
                () -> partial.add(person, category, new RequestId(UUID.randomUUID()), visitors.clock.instant()));
    }

    private void sends(Form form, String name, String email) throws Exception {
        visitors.worked(form, "name", name, "email", email, "own1", "Pumps");
        visitors.work();
        visitors.confirms(email).andExpect(status().is3xxRedirection());
        visitors.work();
    }

    private UUID declared(String name) {
        return visitors.purposes.as(
                Purpose.CUSTOMER,
                () -> own.declare(new CustomField.New(
                        CustomField.Holder.PERSON,
                        name + " " + UUID.randomUUID(),
                        CustomField.Kind.TEXT,
                        TAGS,
                        List.of())));
    }

    private String value(PersonId person, UUID field) {
        return visitors.purposes.as(
                Purpose.CUSTOMER,
                () -> own.values(Party.of(person)).stream()
                        .filter(one -> one.field().id().equals(field))
                        .map(one -> String.valueOf(one.value()))
                        .findFirst()
                        .orElse(""));
    }

    private Visit visit(Role role) throws Exception {
        return visit(role.permissions());
    }

    private Visit visit(Permissions permissions) throws Exception {
        var email = "afterwards." + UUID.randomUUID() + "@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Visitor", email, "en", "Europe/Helsinki"), permissions, Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }
}
