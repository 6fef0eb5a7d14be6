package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.base.PersonId;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of own fields' values, which lie in a table for each category, when two become one and two again. */
@DatabaseTest
@Import(Cast.class)
class MergedFieldsTest {

    private static final String NOTES = "relationship-notes";
    private static final String TAGS = "contact-tags";
    private static final String CONTACTS = "contact-information";
    private static final String ORGANISATIONS = "organisations";
    private static int number;

    @Autowired
    Cast cast;

    @Autowired
    Merging merging;

    @Autowired
    MergingOrganisations organisations;

    @Autowired
    OwnFields fields;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void strangersHaveValuesOfEveryCategory() {
        var note = declared(CustomField.Holder.PERSON, NOTES);
        var tag = declared(CustomField.Holder.PERSON, TAGS);
        var contact = declared(CustomField.Holder.PERSON, CONTACTS);
        var fact = declared(CustomField.Holder.ORGANISATION, ORGANISATIONS);
        IntStream.range(0, 6).forEach(n -> {
            var stranger = Party.of(person("Vieras"));
            List.of(note, tag, contact).forEach(field -> set(stranger, field, "a stranger's"));
            set(firm(), fact, "a stranger's");
        });
    }

    @Test
    void a_merge_of_people_leaves_the_values_of_everybody_else_and_its_undo_brings_everything_back() {
        var kept = person("Rauha Toivonen");
        var gone = person("Rauha T.");
        var both = declared(CustomField.Holder.PERSON, NOTES);
        var one = declared(CustomField.Holder.PERSON, TAGS);
        set(Party.of(kept), both, "of the kept");
        set(Party.of(gone), both, "of the gone");
        set(Party.of(gone), one, "hers alone");
        var strangers = valuesBut(kept.value(), gone.value());
        var all = valuesBut();
        assertThat(strangers).hasSizeGreaterThanOrEqualTo(24);
        assertThat(inTheSamePlace(gone.value())).as("a place is not of one row").isPositive();

        var id = cast.customer(() -> merging.merge(kept, gone, Set.of(), Cast.MARIA));
        assertThat(valuesBut(kept.value(), gone.value())).isEqualTo(strangers);
        assertThat(shown(kept)).contains("of the kept", "hers alone").doesNotContain("of the gone");

        cast.customer(() -> merging.undo(id, Cast.MARIA));
        assertThat(valuesBut()).isEqualTo(all);
    }

    @Test
    void a_merge_of_organisations_leaves_the_values_of_everybody_else_and_its_undo_brings_everything_back() {
        var kept = firm();
        var gone = firm();
        var both = declared(CustomField.Holder.ORGANISATION, ORGANISATIONS);
        var note = declared(CustomField.Holder.ORGANISATION, NOTES);
        set(kept, both, "of the kept");
        set(gone, both, "of the gone");
        set(gone, note, "theirs alone");
        var strangers = valuesBut(kept.id(), gone.id());
        var all = valuesBut();
        assertThat(inTheSamePlace(gone.id())).as("a place is not of one row").isPositive();

        var id = cast.customer(
                () -> organisations.merge(kept.organisation(), gone.organisation(), Set.of(), Cast.MARIA));
        assertThat(valuesBut(kept.id(), gone.id())).isEqualTo(strangers);
        assertThat(cast.customer(() -> fields.values(kept)))
                .extracting(CustomField.Value::value)
                .contains("of the kept", "theirs alone")
                .doesNotContain("of the gone");

        cast.customer(() -> organisations.undo(id, Cast.MARIA));
        assertThat(valuesBut()).isEqualTo(all);
    }

    private UUID declared(CustomField.Holder of, String category) {
        number++;
        return cast.customer(() ->
                fields.declare(new CustomField.New(of, "Field " + number, CustomField.Kind.TEXT, category, List.of())));
    }

    private PersonId person(String name) {
        number++;
        return cast.add(name, "merged.fields.%d@toivonen.example".formatted(number));
    }

    private Party firm() {
        number++;
        return Party.of(cast.organisation("Liitos %d Oy".formatted(number), java.util.Map.of()));
    }

    private void set(Party party, UUID field, String value) {
        cast.customer(() -> fields.set(party, field, value, Cast.MARIA));
    }

    private List<String> shown(PersonId person) {
        return cast.customer(() -> fields.values(Party.of(person))).stream()
                .map(CustomField.Value::value)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** Every value, with where it lies and whose it is, but those of these. */
    private List<String> valuesBut(UUID... parties) {
        return cast.purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("""
                                select v.tableoid::regclass || ' ' || to_jsonb(v)
                                  from register.custom_value v
                                 where coalesce(v.person_id, v.organisation_id) <> all(:parties)
                                 order by v.custom_value_id""")
                        .param("parties", parties)
                        .query(String.class)
                        .list());
    }

    private long inTheSamePlace(UUID party) {
        return cast.purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("""
                                select count(*)
                                  from register.custom_value v
                                  join register.custom_value w on w.ctid = v.ctid and w.tableoid <> v.tableoid
                                 where coalesce(v.person_id, v.organisation_id) = :party""").param("party", party).query(Long.class).single());
    }
}
