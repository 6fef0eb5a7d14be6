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
import fi.seloste.datamap.Compiler;
import fi.seloste.datamap.Declared;
import fi.seloste.notice.Notice;
import fi.seloste.publishing.Drafting;
import fi.seloste.publishing.Publishing;
import fi.seloste.register.CustomField;
import fi.seloste.register.OwnFields;
import fi.seloste.register.PartialRestrictions;
import fi.seloste.register.Party;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of fields that a company added: what cannot be done now is said where it is asked for. */
@DatabaseTest
@Import(Counter.class)
class OwnFieldPagesTest {

    private static final String NOTES = "relationship-notes";
    private static final String TAGS = "contact-tags";
    private static final String CONTACTS = "contact-information";

    @Autowired
    Counter counter;

    @Autowired
    OwnFields fields;

    @Autowired
    PartialRestrictions partial;

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
    JdbcClient jdbc;

    @BeforeEach
    void the_shipped_notice_is_in_force() {
        counter.purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("delete from notice.version").update();
            jdbc.sql("delete from publishing.draft").update();
        });
        notice.lookAgain();
        compiler.compile(declared);
    }

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

    @Test
    void a_field_of_a_category_that_is_not_offered_any_more_stays_what_it_is_when_it_is_renamed() throws Exception {
        var interest = declared("Interest", TAGS);
        having("Ada Kiinnostunut", interest);
        var maria = counter.ofAll();
        var isTags = "value=\"person:contact-tags\" checked";
        maria.opens(page(interest)).andExpect(content().string(containsString(isTags)));

        drafting.change(
                null,
                sheet -> sheet.set(List.of("role-marketing", "consented-marketing"), "categories", TAGS, "purposes"),
                Counter.MARIA);
        publishing.publish(drafting.draft(), "", Counter.MARIA);
        assertThat(counter.customer(() -> fields.filings(CustomField.Holder.PERSON)))
                .noneMatch(one -> one.category().equals(TAGS));

        maria.opens(page(interest)).andExpect(content().string(containsString(isTags)));
        maria.sends(page(interest), "name", "Interested in", "belongs", "person:" + TAGS)
                .andExpect(status().is3xxRedirection());
        assertThat(get(interest).name()).isEqualTo("Interested in");
        assertThat(get(interest).category()).isEqualTo(TAGS);

        maria.opens(page(interest) + "/removal")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("the notice in force gives the category to others")));
        maria.sends(page(interest), "name", "Interested in", "belongs", "person:" + NOTES)
                .andExpect(status().is3xxRedirection());
        maria.opens(page(interest)).andExpect(content().string(not(containsString("person:contact-tags"))));
    }

    @Test
    void what_is_refused_is_said_at_its_field_with_what_was_written_kept() throws Exception {
        var secret = declared("Kept word", NOTES);
        restricted(having("Chen Suojattu", secret));
        declared("Taken name", NOTES);
        var maria = counter.ofAll();

        maria.sends(page(secret), "name", "Other word", "belongs", "person:" + CONTACTS, "position", "7")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("id=\"belongs-error\"")))
                .andExpect(content().string(containsString("Somebody asked that values of this field be only stored")))
                .andExpect(content().string(containsString("value=\"Other word\"")))
                .andExpect(content().string(containsString("value=\"person:contact-information\" checked")))
                .andExpect(content().string(containsString("value=\"7\"")));
        assertThat(get(secret).name()).as("all or nothing").isEqualTo("Kept word");

        maria.sends(page(secret), "name", "Taken name", "belongs", "person:" + NOTES)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("There is a field named Taken name already")));
        maria.sends("/settings/fields", "name", "Taken name", "kind", "text", "belongs", "person:" + NOTES)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("There is a field named Taken name already")));
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
