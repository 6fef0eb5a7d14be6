package fi.seloste.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.notice.Notice;
import fi.seloste.notice.Untold;
import fi.seloste.publishing.Drafting;
import fi.seloste.publishing.Publishing;
import fi.seloste.register.CustomField;
import fi.seloste.register.OwnFields;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** A form asks a field of the company's own as the category of the field lets it, before and after somebody files the field elsewhere. */
@DatabaseTest
@Import(Visitors.class)
class OwnFieldsInFormsTest {

    private static final String TAGS = "contact-tags";
    private static final String CONTACTS = "contact-information";

    @Autowired
    Visitors visitors;

    @Autowired
    Forms forms;

    @Autowired
    OwnFields own;

    @Autowired
    Notice notice;

    @Autowired
    Drafting drafting;

    @Autowired
    Publishing publishing;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @Test
    @Policy("F1")
    void a_field_that_is_filed_among_tags_is_asked_as_a_note_where_the_notice_does_not_tell_them_apart() {
        drafting.change(
                null,
                sheet -> Untold.tags(sheet)
                        .set(List.of("own-observation", "own-form"), "categories", "relationship-notes", "sources"),
                Visitors.JENNY);
        publishing.publish(drafting.draft(), "", Visitors.JENNY);
        assertThat(notice.inForce().category(TAGS)).isEmpty();

        var interest = declared("Interest", TAGS);
        var id = visitors.draft(
                visitors.plan(Kinds.CONTACT, visitors.salla()), visitors.content("name", "email", "own:" + interest));

        assertThat(forms.obstacles(id)).isEmpty();
        assertThat(forms.get(id).content().field("own1").orElseThrow().bound().purpose())
                .isEqualTo("customer-relations");
        assertThat(forms.publish(id, Visitors.JENNY).number()).isOne();
    }

    @Test
    @Policy("F1")
    void a_field_goes_nowhere_where_open_forms_could_not_go_on_to_ask_it() throws Exception {
        var role = declared("Role on site", CONTACTS);
        var plan = visitors.plan(Kinds.CONTACT, visitors.salla());
        var form = published(plan, "contract-management", role);
        var maria = maria();

        assertThat(maria.sends(page(role), "name", "Role at the site", "belongs", "person:" + TAGS)
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("would not let these open forms ask", plan.name(), "value=\"Role at the site\"");
        assertThat(get(role))
                .as("and nothing of it was changed")
                .extracting(CustomField::name, CustomField::category)
                .containsExactly("Role on site", CONTACTS);

        maria.sends(page(role), "name", "Role at the site", "belongs", "person:" + CONTACTS)
                .andExpect(status().is3xxRedirection());
        forms.close(form, Visitors.JENNY);
        maria.sends(page(role), "name", "Role at the site", "belongs", "person:" + TAGS)
                .andExpect(status().is3xxRedirection());
        assertThat(get(role).category()).isEqualTo(TAGS);
    }

    @Test
    void a_form_that_may_go_on_to_ask_a_field_is_in_nobodys_way() throws Exception {
        var trade = declared("Trade", CONTACTS);
        var form = published(visitors.plan(Kinds.CONTACT, visitors.salla()), "customer-relations", trade);

        maria().sends(page(trade), "name", "Trade", "belongs", "person:" + TAGS).andExpect(status().is3xxRedirection());

        assertThat(get(trade).category()).isEqualTo(TAGS);
        assertThat(forms.obstacles(form)).isEmpty();
    }

    private UUID published(Form.Plan plan, String purpose, UUID field) {
        var content = visitors.content("name", "email", "own:" + field);
        var bound = content.fields().stream()
                .map(one -> one.kind() == Field.Kind.OWN
                        ? new Field(one.key(), one.kind(), false, new Field.Bound(purpose, field, null), one.words())
                        : one)
                .toList();
        var id = visitors.draft(plan, content.with(bound));
        forms.publish(id, Visitors.JENNY);
        return id;
    }

    private UUID declared(String name, String category) {
        return visitors.purposes.as(
                Purpose.CUSTOMER,
                () -> own.declare(new CustomField.New(
                        CustomField.Holder.PERSON, name, CustomField.Kind.TEXT, category, List.of())));
    }

    private CustomField get(UUID field) {
        return visitors.purposes.as(Purpose.CUSTOMER, () -> own.get(field));
    }

    private static String page(UUID field) {
        return "/settings/fields/" + field;
    }

    private Visit maria() throws Exception {
        var email = "maria." + UUID.randomUUID() + "@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Maria Salo", email, "en", "Europe/Helsinki"),
                Permissions.allOf(List.of(Purpose.CUSTOMER)),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }
}
