package fi.seloste.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search for what an erasure may have left reads small tables at once and large ones when nobody waits. */
@DatabaseTest
class ScanTest {

    private static final List<String> ADA = List.of("Ada_1%@jokivoima.example", "+358490000142");

    @Autowired
    DataMap map;

    @Autowired
    Scan scan;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @BeforeEach
    void adaIsMentionedInANoteAndReachedByAnAddress() {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("delete from register.note").update();
            jdbc.sql("delete from register.contact_point").update();
            var id = PersonId.next();
            jdbc.sql("""
                            insert into register.person (person_id, standing, name, sort_name, search_words, source, sourced_on, created_at, changed_at)
                            values (:id, 0, 'Boris Lindqvist', 'Lindqvist Boris', '', 'phone', date '2026-11-23', :now, :now)""")
                    .param("id", id.value())
                    .param("now", Sql.at(clock.instant()))
                    .update();
            note(id, "write to ADA_1%@Jokivoima.example");
            note(id, "write to adax1y@jokivoima.example");
            note(id, "write to maria.ada_1%@jokivoima.example or call +3584900001422");
            jdbc.sql("""
                            insert into register.contact_point
                                   (contact_point_id, person_id, standing, kind, usage, value, source, sourced_on, created_at, strict_print,
                                    canonical_print)
                            values (:point, :id, 0, 'phone', 'personal', '+358490000142', 'phone', date '2026-11-23', :now, 'a', 'a')""")
                    .param("point", Ids.next())
                    .param("id", id.value())
                    .param("now", Sql.at(clock.instant()))
                    .update();
            jdbc.sql("analyze register.note, register.contact_point").update();
        });
    }

    @Test
    void every_text_is_read_whatever_its_capitals_and_signs_mean_nothing_but_themselves() {
        assertThat(scan.forIdentifiers(ADA))
                .containsExactlyInAnyOrder(
                        new Scan.Hit("register.note", "text", 1), new Scan.Hit("register.contact_point", "value", 1));
    }

    @Test
    void a_small_register_is_read_whole_at_once() {
        var found = scan.atOnce(ADA);
        assertThat(found.hits()).isEqualTo(scan.forIdentifiers(ADA)).isNotEmpty();
        assertThat(found.waiting()).isEmpty();
    }

    @Test
    void of_large_tables_what_has_an_index_is_looked_up_and_the_rest_is_named() {
        var found = purposes.as(Purpose.OWNER, () -> new Scan(map, jdbc, 0).atOnce(ADA));

        assertThat(found.hits()).containsExactly(new Scan.Hit("register.contact_point", "value", 1));
        assertThat(found.waiting()).contains("register.note", "register.contact_point");
    }

    private void note(PersonId person, String text) {
        jdbc.sql("""
                        insert into register.note (note_id, person_id, standing, kind, text, at, written_by_name, created_at)
                        values (:id, :person, 0, 'note', :text, :now, 'x', :now)""")
                .param("id", Ids.next())
                .param("person", person.value())
                .param("text", text)
                .param("now", Sql.at(clock.instant()))
                .update();
    }
}
