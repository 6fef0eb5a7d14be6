package fi.seloste.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.TurnedClock;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives a person a row in every table that can be about people, whatever tables there are: a table that a module adds tomorrow is in
 * this test tomorrow. Each row is there before it is gone, and a neighbour loses nothing.
 */
@DatabaseTest
class ErasureTest {

    private static final String CANARY = "kanarialintu";

    @Autowired
    DataMap map;

    @Autowired
    Walk walk;

    @Autowired
    Eraser eraser;

    @Autowired
    Scan scan;

    @Autowired
    Order order;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TurnedClock clock;

    @Test
    void an_erased_person_is_gone_from_every_table_and_the_neighbour_loses_nothing() {
        var ada = PersonId.next();
        var boris = PersonId.next();
        seed(ada, CANARY);
        seed(boris, "naapuri");
        assertThat(walk.sections(ada))
                .allSatisfy(s -> assertThat(s.rows()).as(s.table().qualified()).isPositive());
        assertThat(scan.forIdentifiers(List.of(CANARY))).isNotEmpty();
        var neighbour = counts(boris);

        var plan = eraser.plan(ada, Set.of());
        var done = purposes.as(Purpose.RIGHTS, () -> eraser.erase(ada, Set.of()));

        assertThat(done).isEqualTo(plan);
        assertThat(scan.forIdentifiers(List.of(CANARY)))
                .as("hits after erasure")
                .isEmpty();
        assertThat(walk.sections(ada).stream()
                        .filter(s -> s.rows() > 0)
                        .map(s -> s.table().life().erasure()))
                .as("what is left")
                .allMatch(Set.of(Table.Erasing.KEEP_UNTIL, Table.Erasing.ANONYMISE)::contains);
        assertThat(counts(boris)).isEqualTo(neighbour);
    }

    @Test
    void the_copy_holds_every_personal_value_that_was_put_in() {
        var chen = PersonId.next();
        seed(chen, "kopio");
        for (var section : walk.sections(chen)) {
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            walk.rows(chen, section.table(), rows::add);
            assertThat(rows).as(section.table().qualified()).hasSize((int) section.rows());
            for (var column : section.table().names(c -> c.kind().isPersonal())) {
                assertThat(String.valueOf(rows.getFirst().get(column)))
                        .as(section.table().qualified() + "." + column)
                        .containsAnyOf("kopio", "met-in-person", "fi", "main-user");
            }
        }
    }

    private Map<String, Long> counts(PersonId person) {
        return walk.sections(person).stream()
                .collect(Collectors.toMap(s -> s.table().qualified(), Walk.Section::rows));
    }

    private void seed(PersonId person, String word) {
        purposes.as(Purpose.OWNER, () -> {
            var made = new LinkedHashMap<String, UUID>();
            order.referrersFirst(map.tables()).reversed().stream()
                    .filter(needed()::contains)
                    .forEach(table -> insert(table, person, word, made));
        });
    }

    /** What is about people, and whatever their rows refer to, however far. */
    private Set<Table> needed() {
        var needed = new HashSet<>(map.aboutPeople());
        var referrers = order.referrers();
        boolean grows = true;
        while (grows) {
            grows = needed.addAll(map.tables().stream()
                    .filter(table -> referrers.getOrDefault(table.qualified(), Set.of()).stream()
                            .anyMatch(name -> needed.stream()
                                    .anyMatch(one -> one.qualified().equals(name))))
                    .toList());
        }
        return needed;
    }

    /** One row with the person in every person column and the word in every text; parents are made before children. */
    private void insert(Table table, PersonId person, String word, Map<String, UUID> made) {
        if (map.partsOf("register.custom_value").contains(table)) {
            made.put("register.custom_field", fieldOf(table, word));
        }
        var seeds = new SeedRow(jdbc, table, person.value(), word, clock.instant());
        seeds.insert(made);
    }

    /** A value of an own field lies where its field belongs. */
    private UUID fieldOf(Table table, String word) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into register.custom_field (custom_field_id, entity, name, kind, category, created_at, key)
                        values (:id, case when :category = 'organisations' then 'organisation' else 'person' end, :name, 'text', :category, :at, :name)""")
                .param("id", id)
                .param("category", table.category())
                .param("name", word + " " + table.category())
                .param("at", Sql.at(clock.instant()))
                .update();
        return id;
    }

    static UUID id() {
        return Ids.next();
    }
}
