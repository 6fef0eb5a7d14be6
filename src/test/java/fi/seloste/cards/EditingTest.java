package fi.seloste.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.base.PersonId;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.CustomField;
import fi.seloste.register.Note;
import fi.seloste.register.OwnFields;
import fi.seloste.register.PersonCard;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Counter.class)
class EditingTest {

    @Autowired
    Counter counter;

    @Autowired
    OwnFields fields;

    @Test
    void a_field_that_somebody_else_changed_meanwhile_shows_both_values_and_lets_one_choose() throws Exception {
        var ada = counter.person("Ada Both", "ada.both@jokivoima.example");
        var version =
                String.valueOf(counter.customer(() -> counter.register.get(ada)).version());
        var maria = counter.ofAll();
        maria.sends(field(ada, "job-title"), "value", "Buyer", "was", "", "version", version)
                .andExpect(status().isSeeOther());

        var answer = maria.sends(field(ada, "job-title"), "value", "Purchaser", "was", "", "version", version)
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("Buyer"),
                                containsString("value=\"Purchaser\""),
                                containsString("Maria Salo changed this meanwhile"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(card(ada).person().jobTitle()).isEqualTo("Buyer");

        assertThat(answer).contains("name=\"was\" value=\"Buyer\"");
        maria.sends(field(ada, "job-title"), "value", "Purchaser", "was", "Buyer")
                .andExpect(status().isSeeOther());
        assertThat(card(ada).person().jobTitle()).isEqualTo("Purchaser");
    }

    @Test
    void a_change_of_another_field_is_no_conflict() throws Exception {
        var ada = counter.person("Ada Other", "ada.other@jokivoima.example");
        var version =
                String.valueOf(counter.customer(() -> counter.register.get(ada)).version());
        var maria = counter.ofAll();
        maria.sends(field(ada, "department"), "value", "Yard", "was", "", "version", version);
        maria.sends(field(ada, "job-title"), "value", "Foreman", "was", "", "version", version)
                .andExpect(status().isSeeOther());
        assertThat(card(ada).person().jobTitle()).isEqualTo("Foreman");
    }

    @Test
    void what_a_field_does_not_take_is_said_in_its_form_and_nothing_changes() throws Exception {
        var ada = counter.person("Ada Named", "ada.named@jokivoima.example");
        counter.ofAll()
                .sends(field(ada, "name"), "value", "  ", "was", "Ada Named")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Write a name")));
        counter.ofAll()
                .sends(field(ada, "language"), "value", "klingon", "was", "")
                .andExpect(status().isBadRequest());
        assertThat(card(ada).person().name().shown()).isEqualTo("Ada Named");
    }

    @Test
    void contact_points_are_added_with_a_source_changed_ended_and_removed() throws Exception {
        var ada = counter.person("Ada Reached", "ada.reached@jokivoima.example");
        var maria = counter.ofAll();
        var points = "/people/" + ada + "/points";
        maria.sends(points, "type", "phone", "value", "040 123 4567").andExpect(status().isBadRequest());
        maria.sends(points, "type", "phone", "value", "hello", "source", "phone")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("aria-invalid=\"true\"")));
        maria.sends(points, "type", "phone", "value", "040 123 4567", "label", "work", "source", "phone")
                .andExpect(status().isSeeOther());
        var phone = card(ada).reached().phones().getFirst();
        assertThat(phone.value()).isEqualTo("+358401234567");
        maria.opens("/people/" + ada).andExpect(content().string(containsString("+358 40 1234567")));

        maria.sends(
                points + "/" + phone.id(),
                "type",
                "phone",
                "value",
                "040 765 4321",
                "usage",
                "shared",
                "validUntil",
                "2026-11-01");
        var changed = card(ada).reached().phones().getFirst();
        assertThat(changed.value()).isEqualTo("+358407654321");
        assertThat(changed.usage()).isEqualTo(ContactPoint.Usage.SHARED);
        maria.opens("/people/" + ada)
                .andExpect(content().string(allOf(containsString("ended 1 Nov 2026"), containsString("shared"))));

        maria.opens(points + "/" + phone.id() + "/removal")
                .andExpect(content().string(containsString("+358 40 7654321")));
        maria.sends(points + "/" + phone.id() + "/removal").andExpect(status().isSeeOther());
        assertThat(card(ada).reached().phones()).isEmpty();
    }

    @Test
    void another_persons_address_cannot_be_reached_by_this_page() throws Exception {
        var ada = counter.person("Ada Own", "ada.own@jokivoima.example");
        var boris = counter.person("Boris Own", "boris.own@jokivoima.example");
        var ofBoris = card(boris).reached().emails().getFirst().id();
        counter.ofAll()
                .sends("/people/" + ada + "/points/" + ofBoris + "/removal")
                .andExpect(status().isNotFound());
        assertThat(card(boris).reached().emails()).hasSize(1);
    }

    @Test
    void postal_addresses_are_added_changed_and_removed() throws Exception {
        var ada = counter.person("Ada Housed", "ada.housed@jokivoima.example");
        var maria = counter.ofAll();
        var url = "/people/" + ada + "/addresses";
        maria.sends(url, "country", "FI", "source", "phone").andExpect(status().isBadRequest());
        maria.sends(url, "street", "Voimakatu 3", "city", "Jyväskylä", "country", "XX", "source", "phone")
                .andExpect(status().isBadRequest());
        maria.sends(url, "street", "Voimakatu 3", "city", "Jyväskylä", "country", "FI", "source", "phone")
                .andExpect(status().isSeeOther());
        var address = card(ada).reached().addresses().getFirst();
        maria.sends(url + "/" + address.id(), "street", "Voimakatu 5", "city", "Jyväskylä", "country", "FI");
        maria.opens("/people/" + ada).andExpect(content().string(containsString("Voimakatu 5")));
        maria.sends(url + "/" + address.id() + "/removal").andExpect(status().isSeeOther());
        assertThat(card(ada).reached().addresses()).isEmpty();
    }

    @Test
    void a_note_is_written_changed_against_its_version_pinned_and_removed() throws Exception {
        var ada = counter.person("Ada Noted", "ada.noted@jokivoima.example");
        var maria = counter.ofAll();
        maria.sends("/people/" + ada + "/notes", "kind", "note", "text", " ").andExpect(status().isBadRequest());
        maria.sends("/people/" + ada + "/notes", "kind", "call", "text", "asked for a price", "at", "2026-11-20T10:15");
        maria.opens("/people/" + ada + "?kind=call").andExpect(content().string(containsString("asked for a price")));
        maria.sends("/people/" + ada + "/notes", "kind", "task", "text", "send the price", "dueOn", "2026-11-25");
        var task = card(ada).tasks().getFirst();
        assertThat(task.kind()).isEqualTo(Note.Kind.TASK);
        var url = "/people/" + ada + "/notes/" + task.id();
        maria.sends(url, "kind", "task", "text", "send two prices", "version", "1")
                .andExpect(status().isSeeOther());
        maria.sends(url, "kind", "task", "text", "send three prices", "version", "1")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(containsString("send two prices"), containsString("send three prices"))));

        maria.sends(url + "/pin");
        assertThat(card(ada).pinned()).hasSize(1);
        maria.sends(url + "/done");
        assertThat(card(ada).tasks()).isEmpty();
        maria.sends(url + "/removal").andExpect(status().isSeeOther());
        assertThat(card(ada).pinned()).isEmpty();
        maria.sends(url + "/done").andExpect(status().isNotFound());
    }

    @Test
    void tags_that_stay_ticked_stay_and_new_ones_are_written_with_commas() throws Exception {
        var ada = counter.person("Ada Tagged", "ada.tagged@jokivoima.example");
        var maria = counter.ofAll();
        maria.sends("/people/" + ada + "/tags", "value", "Pilot 2026, fair");
        assertThat(card(ada).tags()).containsExactly("fair", "pilot 2026");
        maria.sends("/people/" + ada + "/tags", "tag", "fair", "value", "");
        assertThat(card(ada).tags()).containsExactly("fair");
        maria.sends("/people/" + ada + "/tags", "tag", "fair", "value", "x".repeat(80))
                .andExpect(status().isBadRequest());
    }

    @Test
    void a_field_of_our_own_is_declared_filled_by_its_kind_renamed_and_retired() throws Exception {
        var ada = counter.person("Ada Ours", "ada.ours@jokivoima.example");
        var maria = counter.ofAll();
        maria.sends("/settings/fields", "belongs", "person:relationship-notes", "name", "Shoe size", "kind", "number")
                .andExpect(status().isSeeOther());
        maria.sends("/settings/fields", "belongs", "person:relationship-notes", "name", "Colour", "kind", "choice")
                .andExpect(status().isBadRequest());
        var size = counter.customer(() -> fields.of(CustomField.Holder.PERSON)).getFirst();
        maria.sends(field(ada, size.id().toString()), "value", "large", "was", "")
                .andExpect(status().isBadRequest());
        maria.sends(field(ada, size.id().toString()), "value", "42,5", "was", "")
                .andExpect(status().isSeeOther());
        maria.opens("/people/" + ada)
                .andExpect(content().string(allOf(containsString("Shoe size"), containsString("42,5"))));
        maria.sends(field(ada, size.id().toString()), "value", "43", "was", "").andExpect(status().isConflict());

        maria.sends("/settings/fields/" + size.id(), "name", "Size of shoes", "position", "0");
        maria.opens("/settings/fields").andExpect(content().string(containsString("Size of shoes")));
        maria.opens("/settings/fields/" + size.id() + "/removal")
                .andExpect(content().string(containsString("One value goes with it")));
        maria.sends("/settings/fields/" + size.id() + "/removal", "word", "shoes")
                .andExpect(status().isBadRequest());
        maria.sends("/settings/fields/" + size.id() + "/removal", "word", "Size of shoes")
                .andExpect(status().isSeeOther());
        assertThat(counter.customer(() -> fields.of(CustomField.Holder.PERSON))).isEqualTo(List.of());
    }

    private static String field(PersonId person, String code) {
        return "/people/" + person + "/fields/" + code;
    }

    private PersonCard card(PersonId person) {
        return counter.customer(() -> counter.register.card(person, Evidence.How.PAGE, Counter.MARIA));
    }
}
