package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
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
    PartialRestrictions partial;

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

    @Test
    void
            a_value_that_comes_back_where_its_field_was_filed_meanwhile_is_restricted_there_and_whoever_never_asked_is_not() {
        var kept = person("Salli Kero");
        var gone = person("S. Kero");
        var field = declared(CustomField.Holder.PERSON, NOTES);
        set(Party.of(kept), field, "of the kept");
        set(Party.of(gone), field, "of the gone");
        restricted(gone);
        var id = cast.customer(() -> merging.merge(kept, gone, Set.of(), Cast.MARIA));
        cast.customer(() -> fields.file(field, TAGS, Cast.MARIA));
        assertThat(restrictionsOf(kept)).containsExactly(TAGS, NOTES);
        assertThat(readInMarketing(field)).isEmpty();

        cast.customer(() -> merging.undo(id, Cast.MARIA));

        assertThat(restrictionsOf(gone)).containsExactly(TAGS, NOTES);
        assertThat(restrictionsOf(kept)).isEmpty();
        assertThat(readInMarketing(field)).containsExactly("of the kept");
        assertThat(valuesBut()).anyMatch(one -> one.contains("of the gone"));
    }

    @Test
    void a_value_that_a_merge_put_aside_is_had_for_as_long_as_it_can_come_back() {
        var kept = person("Siiri Kero");
        var gone = person("Siiri K.");
        var field = declared(CustomField.Holder.PERSON, NOTES);
        set(Party.of(kept), field, "ended meanwhile");
        set(Party.of(gone), field, "put aside");
        restricted(gone);
        var id = cast.customer(() -> merging.merge(kept, gone, Set.of(), Cast.MARIA));
        assertThat(ended(field)).isOne();

        assertThatThrownBy(() -> cast.customer(() -> fields.file(field, CONTACTS, Cast.MARIA)))
                .as("what cannot be restricted alone would bring it back into use")
                .isInstanceOf(Problem.Conflict.class);
        cast.customer(() -> fields.file(field, TAGS, Cast.MARIA));
        cast.customer(() -> merging.undo(id, Cast.MARIA));

        assertThat(restrictionsOf(gone)).containsExactly(TAGS, NOTES);
        assertThat(readInMarketing(field)).isEmpty();
        assertThat(valuesBut()).anyMatch(one -> one.contains("put aside"));
    }

    private void restricted(PersonId person) {
        cast.purposes.as(
                Purpose.RIGHTS, () -> partial.add(person, NOTES, new RequestId(Ids.next()), cast.clock.instant()));
    }

    private List<String> restrictionsOf(PersonId person) {
        return cast.purposes.as(Purpose.RIGHTS, () -> partial.of(person));
    }

    private List<String> readInMarketing(UUID field) {
        return cast.purposes.as(
                Purpose.MARKETING,
                () -> jdbc.sql("select v.value from register.custom_value_of_tags v where v.custom_field_id = :field")
                        .param("field", field)
                        .query(String.class)
                        .list());
    }

    private int ended(UUID field) {
        return cast.purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("delete from register.custom_value where custom_field_id = :field")
                        .param("field", field)
                        .update());
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
