package fi.seloste.backup;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.TestDatabase;
import fi.seloste.store.Address;
import fi.seloste.store.Foundation;
import fi.seloste.store.Migrations;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever had single categories restricted before they became bits of the standing has them restricted afterwards. */
class PartsUpgradeTest {

    private static final String BITS = "20261201.0000";
    private static final String TAGS_APART = "20261201.0200";
    private static final String PERSON = """
            insert into register.person (person_id, standing, name, sort_name, search_words, source, sourced_on, created_at, changed_at)
            values (gen_random_uuid(), %d, '%s', '%s', '', 'meeting', date '2026-01-01', timestamptz '2026-01-01Z', timestamptz '2026-01-01Z')""";

    @Test
    void an_upgrade_marks_whom_single_categories_were_restricted_for_and_nobody_else() throws Exception {
        var address = before("parts_upgrade");
        for (var one : List.of("Ada 0", "Boris 1", "Chen 0")) {
            var word = one.split(" ");
            run(address, PERSON.formatted(Integer.parseInt(word[1]), word[0], word[0]));
        }
        run(address, """
                insert into register.note (note_id, person_id, standing, kind, text, at, written_by_name, created_at)
                select gen_random_uuid(), person_id, standing, 'note', name, created_at, 'x', created_at from register.person""");
        run(address, """
                insert into register.partial_restriction (person_id, category, request_id, since_at)
                select p.person_id, c.category, gen_random_uuid(), p.created_at
                  from (values ('Ada', 'relationship-notes'), ('Ada', 'relationship-notes'), ('Ada', 'contact-changes'),
                               ('Boris', 'response-statistics')) as c (name, category)
                  join register.person p on p.name = c.name""");
        assertThat(asked(address)).containsExactly("Ada 0", "Boris 1", "Chen 0");

        Migrations.of(address).migrateTo(BITS);
        assertThat(asked(address)).containsExactly("Ada 96", "Boris 129", "Chen 0");

        Migrations.of(address).migrateTo(TAGS_APART);
        assertThat(asked(address))
                .as("whoever had notes restricted had tags with them")
                .containsExactly("Ada 352", "Boris 129", "Chen 0");
        run(address, "delete from register.partial_restriction where category = 'contact-changes'");
        assertThat(asked(address)).containsExactly("Ada 288", "Boris 129", "Chen 0");
    }

    /** As the release left it that knew no such bits. */
    private static Address before(String name) {
        var access = TestDatabase.empty(name);
        var address =
                new Address(access.url(), access.user(), access.password(), name.getBytes(StandardCharsets.UTF_8));
        Foundation.of(address).lay();
        Migrations.of(address)
                .migrateTo(Migrations.known().stream()
                        .filter(version -> version.compareTo(BITS) < 0)
                        .toList()
                        .getLast());
        return address;
    }

    private static void run(Address address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.url(), address.owner(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> asked(Address address) throws SQLException {
        try (var connection = DriverManager.getConnection(address.url(), address.owner(), address.password());
                var row = connection
                        .createStatement()
                        .executeQuery("select text || ' ' || standing from register.note order by text")) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }
}
