package fi.seloste.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.imports.Import.Choices;
import fi.seloste.imports.Import.State;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an import brought goes again, what it changed is as it was, and what has happened since is not lost. */
@DatabaseTest
@org.springframework.context.annotation.Import(Desk.class)
class UndoneImportsTest {

    private static final String FIRST = """
            Name;Email;Company
            Ada Koskinen;ada.koskinen@koivu-kaarna.example;Koivu & Kaarna Oy
            """;
    private static final String SECOND = """
            Name;Email;Phone;Company;Job title;Tags;Note;Koko
            Ada Koskinen;ada.koskinen@koivu-kaarna.example;040 000 0101;Koivu & Kaarna Oy;Toimitusjohtaja;messut;Tavattu;iso
            Boris Nyström;boris.nystrom@saaristo-vene.example;040 000 0102;Saaristo Vene Ab;Chef;messut;Tavattu;pieni
            Chen Lahti;chen.lahti@pohjantahti.example;;;;;;
            """;

    @Autowired
    Desk desk;

    @BeforeEach
    void nobodyIsKnown() {
        desk.empty();
    }

    @Test
    void an_undo_leaves_the_register_as_it_was() {
        desk.commit(desk.list(FIRST, Desk.met()));
        var before = register();

        var committed = desk.commit(desk.list(SECOND, Desk.met()));
        assertThat(committed.counts().fresh()).isEqualTo(2);
        assertThat(committed.counts().changed()).isEqualTo(1);
        assertThat(desk.row("Ada Koskinen")).containsEntry("job_title", "Toimitusjohtaja");
        assertThat(desk.reaches("Ada Koskinen")).hasSize(2);
        assertThat(words("Ada Koskinen")).contains("0400000101");
        assertThat(register()).isNotEqualTo(before);

        var undone = desk.undo(committed);

        assertThat(undone.state()).isEqualTo(State.UNDONE);
        assertThat(register()).isEqualTo(before);
        assertThat(desk.names()).containsExactly("Ada Koskinen");
        assertThat(desk.count("register.organisation", "true")).isEqualTo(1);
        assertThat(desk.undo(committed).state()).isEqualTo(State.UNDONE);
    }

    @Test
    void a_large_list_that_was_taken_back_and_is_brought_again_is_measured_on_the_way() {
        var list = "Name;Email\n"
                + IntStream.rangeClosed(1, 1500)
                        .mapToObj(i -> "Kaino Kivi %1$d;kaino.%1$d@kivikasa.example%n".formatted(i))
                        .collect(Collectors.joining());
        desk.undo(desk.commit(desk.list(list, Desk.met())));
        desk.asOwner(() -> desk.jdbc.sql("analyze register.person").update());
        assertThat(measured()).as("the planner believes that nobody is there").isZero();

        desk.commit(desk.list(list, Desk.met()));

        assertThat(desk.people()).isEqualTo(1500);
        assertThat(measured()).isEqualTo(1500);
    }

    private int measured() {
        return desk.asOwner(() -> desk.jdbc
                .sql("select reltuples::integer from pg_class where oid = 'register.person'::regclass")
                .query(Integer.class)
                .single());
    }

    @Test
    void a_person_with_whom_something_happened_since_is_kept_and_named() {
        var committed = desk.commit(desk.list(SECOND, Desk.met()));
        note("Boris Nyström");

        assertThat(desk.imports
                        .outlook(committed.id(), Attached.Leaving.NOTHING)
                        .named())
                .extracting(Kept::name)
                .containsExactly("Boris Nyström");
        assertThat(desk.people()).isEqualTo(3);
        var undone = desk.undo(committed);

        assertThat(undone.state()).isEqualTo(State.UNDONE);
        assertThat(desk.names()).containsExactly("Boris Nyström");
        assertThat(desk.reaches("Boris Nyström")).hasSize(2);
        assertThat(desk.imports.kept(committed.id())).extracting(Kept::name).containsExactly("Boris Nyström");
    }

    @Test
    void a_value_that_somebody_changed_since_stays_as_it_is_now() {
        desk.commit(desk.list(FIRST, Desk.met()));
        var committed = desk.commit(desk.list(SECOND, Desk.met()));
        desk.asOwner(() -> desk.jdbc
                .sql(
                        "update register.person set job_title = 'Puheenjohtaja', version = version + 1 where name = 'Ada Koskinen'")
                .update());

        desk.undo(committed);

        assertThat(desk.row("Ada Koskinen")).containsEntry("job_title", "Puheenjohtaja");
        assertThat(desk.reaches("Ada Koskinen")).hasSize(1);
    }

    @Test
    void differing_values_are_left_alone_unless_one_asks_for_it_and_come_back_with_an_undo() {
        desk.commit(desk.list(
                "Name;Email;Job title\nAda Koskinen;ada.koskinen@koivu-kaarna.example;Johtaja\n", Desk.met()));
        var other = "Name;Email;Job title\nAda Maria Koskinen;ada.koskinen@koivu-kaarna.example;Toimitusjohtaja\n";

        var preview = desk.list(other, Desk.met());
        assertThat(preview.counts().changed()).isEqualTo(1);
        var rows = desk.preview.rows(preview.id(), Preview.Kind.CHANGED, 0, Desk.MAIJA);
        assertThat(desk.preview.differences(preview.id(), rows))
                .extracting(d -> d.field() + ": " + d.was() + " -> " + d.became())
                .containsExactlyInAnyOrder(
                        "name: Ada Koskinen -> Ada Maria Koskinen", "job-title: Johtaja -> Toimitusjohtaja");
        var kept = desk.commit(preview);
        assertThat(kept.counts().unchanged()).isEqualTo(1);
        assertThat(desk.row("Ada Koskinen")).containsEntry("job_title", "Johtaja");

        var updated = desk.commit(desk.list(other, Desk.met()), new Choices(true, false));
        assertThat(desk.row("Ada Maria Koskinen")).containsEntry("job_title", "Toimitusjohtaja");
        assertThat(words("Ada Maria Koskinen")).startsWith(" koskinen ada maria | ");

        desk.undo(updated);
        assertThat(desk.row("Ada Koskinen"))
                .containsEntry("job_title", "Johtaja")
                .containsEntry("given_name", "Ada");
        assertThat(words("Ada Koskinen")).startsWith(" koskinen ada | ");
    }

    @Test
    void a_preview_that_is_thrown_away_leaves_nothing() {
        var preview = desk.list(SECOND, Desk.met());
        assertThat(desk.count("imports.row", "true")).isEqualTo(3);

        assertThat(desk.undo(preview).state()).isEqualTo(State.UNDONE);

        assertThat(desk.count("imports.row", "true")).isZero();
        assertThat(desk.people()).isZero();
    }

    /** Everything of the register but times, versions and ids. */
    private String register() {
        return desk.asOwner(
                () -> String.join("\n", desk.jdbc.sql("""
                        select concat_ws('|', 'person', name, given_name, sort_name, search_words, job_title, standing) from register.person
                        union all
                        select concat_ws('|', 'point', value, position, usage) from register.contact_point
                        union all
                        select concat_ws('|', 'organisation', name, search_words, website) from register.organisation
                        union all
                        select concat_ws('|', 'affiliation', job_title, array_to_string(roles, ',')) from register.affiliation
                        union all
                        select concat_ws('|', 'tag', tag) from register.person_tag
                        union all
                        select concat_ws('|', 'note', text) from register.note
                        union all
                        select concat_ws('|', 'value', value) from register.custom_value
                        union all
                        select concat_ws('|', 'change', entity, field, old_value, new_value) from register.change
                         order by 1""").query(String.class).list()));
    }

    private String words(String name) {
        return String.valueOf(desk.row(name).get("search_words"));
    }

    private void note(String name) {
        desk.asOwner(() -> desk.jdbc.sql("""
                        insert into register.note (note_id, person_id, standing, kind, text, at, written_by_name, created_at)
                        select gen_random_uuid(), person_id, standing, 'call', 'Soitti itse', now(), 'Maija', now()
                          from register.person
                         where name = :name""").param("name", name).update());
    }
}
