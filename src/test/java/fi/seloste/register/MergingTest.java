package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(Cast.class)
class MergingTest {

    @Autowired
    Cast cast;

    @Autowired
    Merging merging;

    @Autowired
    Register register;

    @Autowired
    ContactDetails details;

    @Autowired
    Notebook notebook;

    @Autowired
    Tagging tagging;

    @Autowired
    OwnFields fields;

    @Autowired
    Timeline timeline;

    @Autowired
    MarketingBan bans;

    @Autowired
    Search search;

    @Autowired
    Evidence evidence;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void people_who_share_an_address_or_a_name_at_one_organisation_are_proposed_until_somebody_says_they_are_two() {
        var joki = cast.jokivoima();
        var one = cast.add("Pekka Salmi", "pekka.salmi@jokivoima.example", joki);
        var byMail = cast.add("P. Salmi", "pekka.salmi+work@jokivoima.example");
        var byName = cast.add("PEKKA  Salmi", "ps@salmi.example", joki);
        cast.add("Pekka Salminen", "pekka.salminen@jokivoima.example", joki);

        assertThat(cast.customer(() -> merging.twinsOf(one)))
                .extracting(Twin::id, Twin::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(byMail.value(), "email"),
                        org.assertj.core.groups.Tuple.tuple(byName.value(), "name"));
        assertThat(cast.customer(() -> merging.pairs(10, null)).items()).hasSize(1);

        cast.customer(() -> merging.keepApart(one, byMail, Cast.MARIA));

        assertThat(cast.customer(() -> merging.twinsOf(one)))
                .extracting(Twin::id)
                .containsExactly(byName.value());
        assertThat(cast.customer(() -> merging.twinsOf(byMail))).isEmpty();
        assertThat(cast.customer(() -> merging.pairs(10, null)).items()).isEmpty();
    }

    @Test
    void a_merge_moves_every_row_keeps_both_histories_and_leaves_an_alias() {
        var kept = cast.add("Rauha Toivonen", "rauha.toivonen@toivonen.example");
        var gone = cast.add("Rauha T.", "rauha@toivonen.example");
        fill(kept, gone);
        var preview = cast.customer(() -> merging.preview(kept, gone));
        assertThat(preview.moved())
                .extracting(Merging.Moved::relation)
                .contains("register.note", "register.person_tag");
        assertThat(preview.choices()).extracting(Merging.Choice::field).contains(PersonField.JOB_TITLE);

        cast.customer(() -> merging.merge(kept, gone, Set.of(PersonField.JOB_TITLE), Cast.MARIA));

        var card = cast.customer(() -> register.card(kept, Evidence.How.PAGE, Cast.MARIA));
        assertThat(card.person().jobTitle()).isEqualTo("Foreman");
        assertThat(card.person().name().shown()).isEqualTo("Rauha Toivonen");
        assertThat(card.reached().emails()).hasSize(2);
        assertThat(card.tags()).containsExactly("one", "two");
        assertThat(cast.customer(() -> timeline.of(kept, TimelineQuery.first(50)))
                        .items())
                .extracting(TimelineItem::text)
                .contains("of the kept", "of the gone", "rauha@toivonen.example");
        assertThat(cast.customer(() -> register.find(gone))).isEmpty();
        assertThat(cast.customer(() -> register.now(gone))).isEqualTo(kept);
        assertThat(cast.customer(() -> search.people("rauha@toivonen", 5))).containsExactly(kept);
        assertThat(evidence.of(kept)).extracting(Evidence.Line::act).contains("merge");
        assertThat(alias(gone)).isEqualTo("");
    }

    @Test
    void an_undone_merge_gives_each_its_rows_back() {
        var kept = cast.add("Sanna Virta", "sanna.virta@virta.example");
        var gone = cast.add("Sanni Virta", "sanni.virta@virta.example");
        fill(kept, gone);
        var id = cast.customer(() -> merging.merge(kept, gone, Set.of(PersonField.JOB_TITLE), Cast.MARIA));

        cast.customer(() -> merging.undo(id, Cast.MARIA));

        var one = cast.customer(() -> register.card(kept, Evidence.How.PAGE, Cast.MARIA));
        var other = cast.customer(() -> register.card(gone, Evidence.How.PAGE, Cast.MARIA));
        assertThat(one.tags()).containsExactly("one");
        assertThat(other.tags()).containsExactly("one", "two");
        assertThat(one.person().jobTitle()).isNull();
        assertThat(other.person().jobTitle()).isEqualTo("Foreman");
        assertThat(other.reached().emails())
                .extracting(ContactPoint::value)
                .containsExactly("sanni.virta@virta.example");
        assertThat(cast.customer(() -> search.people("sanni", 5))).containsExactly(gone);
        assertThat(cast.customer(() -> search.people("sanna", 5))).containsExactly(kept);
        assertThatThrownBy(() -> cast.customer(() -> merging.undo(id, Cast.MARIA)))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void values_of_own_fields_go_back_to_where_their_field_is_now() {
        var kept = cast.add("Taru Laine", "taru.laine@laine.example");
        var gone = cast.add("Taru L.", "taru@laine.example");
        var both = declared("Both have it");
        var one = declared("One has it");
        var retired = declared("Retired meanwhile");
        set(kept, both, "of the kept");
        set(gone, both, "of the gone");
        set(gone, one, "hers alone");
        set(kept, retired, "x");
        set(gone, retired, "y");
        var id = cast.customer(() -> merging.merge(kept, gone, Set.of(), Cast.MARIA));
        assertThat(values(kept)).contains("of the kept", "hers alone").doesNotContain("of the gone");

        cast.customer(() -> {
            fields.file(both, "contact-tags", Cast.MARIA);
            fields.file(one, "contact-information", Cast.MARIA);
            fields.remove(retired);
        });
        cast.customer(() -> merging.undo(id, Cast.MARIA));

        assertThat(values(kept)).contains("of the kept").doesNotContain("hers alone", "of the gone");
        assertThat(values(gone)).contains("of the gone", "hers alone");
        assertThat(cast.customer(() -> fields.get(both)).category()).isEqualTo("contact-tags");
    }

    private UUID declared(String name) {
        return cast.customer(() -> fields.declare(new CustomField.New(
                CustomField.Holder.PERSON, name, CustomField.Kind.TEXT, "relationship-notes", List.of())));
    }

    private void set(PersonId person, UUID field, String value) {
        cast.customer(() -> fields.set(Party.of(person), field, value, Cast.MARIA));
    }

    private List<String> values(PersonId person) {
        return cast.customer(() -> fields.values(Party.of(person))).stream()
                .map(CustomField.Value::value)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void after_thirty_days_there_is_no_undo_and_nothing_kept_for_it() {
        var kept = cast.add("Tea Harju", "tea.harju@harju.example");
        var gone = cast.add("Teija Harju", "teija.harju@harju.example");
        var id = cast.customer(() -> merging.merge(kept, gone, Set.of(), Cast.MARIA));
        assertThat(undo(kept)).contains("Teija Harju");

        cast.clock.advance(Duration.ofDays(31));
        assertThatThrownBy(() -> cast.customer(() -> merging.undo(id, Cast.MARIA)))
                .isInstanceOf(Problem.Conflict.class);
        cast.purposes.as(Purpose.RIGHTS, () -> {
            merging.forgetExpired();
        });
        assertThat(undo(kept)).isEqualTo("forgotten");
    }

    @Test
    void a_ban_that_came_after_the_merge_holds_for_both_when_it_is_undone() {
        var kept = cast.add("Ulla Ranta", "ulla.ranta@ranta.example");
        var gone = cast.add("U. Ranta", "u.ranta@ranta.example");
        var id = cast.customer(() -> merging.merge(kept, gone, Set.of(), Cast.MARIA));
        cast.customer(() -> bans.ban(kept, Ban.because("mail"), Cast.MARIA));

        cast.customer(() -> merging.undo(id, Cast.MARIA));

        assertThat(cast.get(kept).standing().isBanned()).isTrue();
        assertThat(cast.get(gone).standing().isBanned()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void merged_people_are_permitted_nothing_that_either_was_forbidden(long seed) {
        var random = new Random(seed);
        var one = cast.add("Veli Aro", "veli.%d@aro.example".formatted(seed));
        var other = cast.add("Veli Aro", "veli.aro.%d@aro.example".formatted(seed));
        var ofOne = stand(one, random.nextInt(8));
        var ofOther = stand(other, random.nextInt(8));

        purposes.as(Purpose.RIGHTS, () -> {
            merging.merge(one, other, Set.of(), Cast.MARIA);
        });

        var joined = purposes.as(Purpose.RIGHTS, () -> register.get(one)).standing();
        assertThat(joined).isEqualTo(ofOne.join(ofOther));
        assertThat(joined.isAtLeastAsStrictAs(ofOne)).isTrue();
        assertThat(joined.isAtLeastAsStrictAs(ofOther)).isTrue();
    }

    @Test
    void nobody_is_merged_with_themselves_or_twice() {
        var one = cast.add("Yrjö Kero", "yrjo.kero@kero.example");
        var other = cast.add("Y. Kero", "y.kero@kero.example");
        assertThatThrownBy(() -> cast.customer(() -> merging.merge(one, one, Set.of(), Cast.MARIA)))
                .isInstanceOf(Problem.Invalid.class);
        cast.customer(() -> merging.merge(one, other, Set.of(), Cast.MARIA));
        assertThatThrownBy(() -> cast.customer(() -> merging.merge(one, other, Set.of(), Cast.MARIA)))
                .isInstanceOf(Problem.NotFound.class);
    }

    private void fill(PersonId kept, PersonId gone) {
        cast.customer(() -> {
            tagging.add(Party.of(kept), "one", Cast.MARIA);
            tagging.add(Party.of(gone), "one", Cast.MARIA);
            tagging.add(Party.of(gone), "two", Cast.MARIA);
            notebook.write(Party.of(kept), Note.New.of(Note.Kind.NOTE, "of the kept"), Cast.MARIA);
            notebook.write(Party.of(gone), Note.New.of(Note.Kind.CALL, "of the gone"), Cast.MARIA);
            register.change(gone, Edit.of(Map.of(PersonField.JOB_TITLE, "Foreman")), Cast.MARIA);
        });
    }

    private Standing stand(PersonId person, int bits) {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("update register.person set standing = :bits where person_id = :id")
                    .param("bits", (short) bits)
                    .param("id", person.value())
                    .update();
        });
        return new Standing(bits);
    }

    private String alias(PersonId gone) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select name || search_words from register.person where person_id = :id")
                        .param("id", gone.value())
                        .query(String.class)
                        .single());
    }

    private String undo(PersonId kept) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select coalesce(undo, 'forgotten') from register.merge where person_id = :id")
                        .param("id", kept.value())
                        .query(String.class)
                        .single());
    }
}
