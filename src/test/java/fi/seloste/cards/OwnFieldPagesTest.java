package fi.seloste.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.register.CustomField;
import fi.seloste.register.OwnFields;
import fi.seloste.register.PartialRestrictions;
import fi.seloste.register.Party;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The pages of fields that a company added: what cannot be done now is said where it is asked for. */
@DatabaseTest
@Import(Counter.class)
class OwnFieldPagesTest {

    private static final String NOTES = "relationship-notes";

    @Autowired
    Counter counter;

    @Autowired
    OwnFields fields;

    @Autowired
    PartialRestrictions partial;

    @Test
    void a_field_with_a_value_that_is_only_stored_is_not_retired_and_its_page_says_why() throws Exception {
        var ally = declared("Ally of ours", NOTES);
        having("Ada Avoin", ally);
        var request = restricted(having("Boris Suojattu", ally));
        var removal = page(ally) + "/removal";
        var maria = counter.ofAll();

        maria.opens(removal)
                .andExpect(content().string(containsString("One value of this field is out of reach here")))
                .andExpect(content().string(not(containsString("name=\"word\""))));
        maria.sends(removal, "word", "Ally of ours")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("somebody asked that it be only stored")));
        Assertions.assertThatThrownBy(() -> counter.customer(() -> {
                    fields.remove(ally);
                    return ally;
                }))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(get(ally).name()).isEqualTo("Ally of ours");

        counter.purposes.as(Purpose.RIGHTS, () -> partial.remove(request));
        maria.opens(removal).andExpect(content().string(containsString("2 values go with it")));
        maria.sends(removal, "word", "Ally of ours").andExpect(status().is3xxRedirection());
        assertThat(counter.customer(() -> fields.retired("ally-of-ours"))).isPresent();
    }

    private UUID declared(String name, String category) {
        return counter.customer(() -> fields.declare(
                new CustomField.New(CustomField.Holder.PERSON, name, CustomField.Kind.TEXT, category, List.of())));
    }

    private PersonId having(String name, UUID field) {
        var person =
                counter.person(name, name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@kentat.example");
        counter.purposes.as(Purpose.CUSTOMER, () -> fields.set(Party.of(person), field, "yes", Counter.MARIA));
        return person;
    }

    private RequestId restricted(PersonId person) {
        var request = new RequestId(Ids.next());
        counter.purposes.as(Purpose.RIGHTS, () -> partial.add(person, NOTES, request, counter.clock.instant()));
        return request;
    }

    private CustomField get(UUID field) {
        return counter.customer(() -> fields.get(field));
    }

    private static String page(UUID field) {
        return "/settings/fields/" + field;
    }
}
