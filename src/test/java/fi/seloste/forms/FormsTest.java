package fi.seloste.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.consents.Aim;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Wording;
import fi.seloste.register.CustomField;
import fi.seloste.register.OwnFields;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Visitors.class)
class FormsTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Forms forms;

    @Autowired
    OwnFields own;

    @Autowired
    Consents consents;

    @Test
    @Policy("F1")
    void a_form_that_asks_for_what_the_notice_gets_from_no_form_is_not_published_and_says_which_field() {
        var interest = visitors.purposes.as(
                Purpose.CUSTOMER,
                () -> own.declare(new CustomField.New(
                        CustomField.Holder.PERSON,
                        "Interested in",
                        CustomField.Kind.TEXT,
                        "relationship-notes",
                        List.of())));
        var plan = visitors.plan(Kinds.CONTACT, visitors.salla());
        var id = visitors.draft(plan, visitors.content("name", "email", "own:" + interest));

        assertThat(forms.obstacles(id)).singleElement().satisfies(one -> {
            assertThat(one.field()).isEqualTo("own1");
            assertThat(one.label()).isEqualTo("Interested in");
            assertThat(one.why().key()).isEqualTo("forms.undeclared.source");
        });
        assertThatThrownBy(() -> forms.publish(id, Visitors.JENNY)).isInstanceOf(Problem.Conflict.class);

        forms.change(id, 1, plan, visitors.content("name", "email"));
        assertThat(forms.publish(id, Visitors.JENNY).number()).isOne();
    }

    @Test
    @Policy("F1")
    void a_purpose_that_the_category_does_not_serve_is_named_too() {
        var plan = visitors.plan(Kinds.CONTACT, visitors.salla());
        var content = visitors.content("name", "email", "message");
        var fields = content.fields().stream()
                .map(field -> field.kind() == Field.Kind.MESSAGE
                        ? new Field(field.key(), field.kind(), true, Field.Bound.to("invoicing"), field.words())
                        : field)
                .toList();
        var id = visitors.draft(plan, content.with(fields));

        assertThat(forms.obstacles(id))
                .extracting(one -> one.field() + " " + one.why().key())
                .containsExactly("message forms.undeclared.notFor");
    }

    @Test
    void what_visitors_could_not_read_or_nobody_would_answer_is_in_the_way() {
        var plan = new Form.Plan("Silent", "silent", Kinds.DOWNLOAD, new Form.Handling(null, 2, false, ""), List.of());
        var bare = new Content(List.of("fi", "sv"), Map.of("fi", new Content.Heading("Hei", "", "")), List.of());
        var id = visitors.draft(plan, bare);

        assertThat(forms.obstacles(id))
                .extracting(one -> one.why().key())
                .containsExactly(
                        "forms.check.title",
                        "forms.check.email",
                        "forms.check.name",
                        "forms.check.file",
                        "forms.check.owner");
    }

    @Test
    @Policy("F2")
    void each_edition_stays_as_it_was_with_the_version_of_the_words_that_people_agreed_to() {
        var aim = new Aim("consented-marketing", "Readiness letter F2");
        words(aim, "I want the letter.");
        var plan = visitors.plan(Kinds.CONTACT, visitors.salla());
        var content = visitors.content("name", "email", "consent:consented-marketing/Readiness letter F2");
        var id = visitors.draft(plan, content);
        forms.publish(id, Visitors.JENNY);

        words(aim, "I want the letter once a month.");
        forms.publish(id, Visitors.JENNY);

        var editions = forms.editions(id, Paging.of(null, null)).items();
        assertThat(editions).extracting(Form.Edition::number).containsExactly(2, 1);
        assertThat(asked(editions.get(1)).words()).isEqualTo("I want the letter.");
        assertThat(asked(editions.get(0)).words()).isEqualTo("I want the letter once a month.");
        assertThat(asked(editions.get(0)).version()).isEqualTo(2);

        var newest = forms.editions(id, Paging.of("1", null));
        assertThat(newest.items()).extracting(Form.Edition::number).containsExactly(2);
        assertThat(forms.editions(id, Paging.of("1", newest.next())).items())
                .as("however many there are, the first is reached")
                .extracting(Form.Edition::number)
                .containsExactly(1);
    }

    private void words(Aim aim, String english) {
        visitors.purposes.as(Purpose.MARKETING, () -> {
            consents.write(aim, new Wording.Text(english, "en"), Visitors.JENNY);
            consents.write(aim, new Wording.Text("Suomeksi: " + english, "fi"), Visitors.JENNY);
        });
    }

    private static Field.Asked asked(Form.Edition edition) {
        return edition.content().field("consent1").orElseThrow().words().asked().get("en");
    }

    @Test
    void two_who_edit_at_once_do_not_overwrite_each_other_and_an_address_is_given_once() {
        var plan = visitors.plan(Kinds.CONTACT, visitors.salla());
        var content = visitors.content("name", "email");
        var id = visitors.draft(plan, content);
        forms.change(id, 1, plan, content);

        assertThatThrownBy(() -> forms.change(id, 1, plan, content)).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> visitors.draft(plan, content)).hasMessageContaining("forms.slug.taken");
    }

    @Test
    void a_draft_goes_with_its_file_and_a_new_file_leaves_nothing_of_the_old() {
        var id = visitors.draft(visitors.plan(Kinds.DOWNLOAD, null), visitors.content("name", "email"));
        var files = visitors.count("select count(*) from store.blob");
        forms.handOut(id, "guide.txt", new java.io.ByteArrayInputStream(new byte[] {'o', 'n', 'e'}), Visitors.JENNY);
        forms.handOut(id, "guide.txt", new java.io.ByteArrayInputStream(new byte[] {'t', 'w', 'o'}), Visitors.JENNY);
        assertThat(visitors.count("select count(*) from store.blob") - files).isOne();

        forms.remove(id);
        assertThat(visitors.count("select count(*) from store.blob") - files).isZero();
        assertThat(visitors.count("select count(*) from forms.file where form_id = ?", id))
                .isZero();
    }

    @Test
    void what_was_shown_is_closed_and_not_removed_and_a_draft_is_removed() {
        var form = visitors.contact();
        assertThatThrownBy(() -> forms.remove(form.id())).hasMessageContaining("forms.remove.shown");
        forms.close(form.id(), Visitors.JENNY);
        assertThat(forms.get(form.id()).state()).isEqualTo(Form.State.CLOSED);
        assertThatThrownBy(() -> forms.close(form.id(), Visitors.JENNY)).hasMessageContaining("forms.close.notOpen");

        var draft = visitors.draft(visitors.plan(Kinds.CONTACT, visitors.salla()), visitors.content("name", "email"));
        assertThat(forms.get(draft).state()).isEqualTo(Form.State.DRAFT);
        forms.remove(draft);
        assertThatThrownBy(() -> forms.get(draft)).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void sites_are_taken_as_browsers_name_them_and_nothing_else() {
        assertThat(Site.origin(" Www.Halytin.example/ ")).isEqualTo("https://www.halytin.example");
        assertThat(Site.origin("http://localhost:3000")).isEqualTo("http://localhost:3000");
        for (var wrong : List.of(
                "http://www.halytin.example",
                "https://halytin.example/path",
                "javascript:alert(1)",
                "https://a.example; script-src *",
                "https://*.example",
                "https://a.example\r\nX: y",
                "https://user@a.example",
                "")) {
            assertThatThrownBy(() -> Site.origin(wrong)).as(wrong).isInstanceOf(Problem.Invalid.class);
        }
    }
}
