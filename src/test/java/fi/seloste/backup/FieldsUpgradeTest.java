package fi.seloste.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** Own fields that were there before they belonged to categories stay among the notes, with every value, until somebody says otherwise. */
class FieldsUpgradeTest {

    private static final String BY_CATEGORY = "20261202.0000";

    @Test
    void an_upgrade_leaves_every_value_where_the_notice_had_it_and_gives_each_field_a_key() throws Exception {
        var address = before("fields_upgrade");
        run(address, """
                insert into register.person (person_id, standing, name, sort_name, search_words, source, sourced_on, created_at, changed_at)
                select gen_random_uuid(), n, 'Ada' || n, 'Ada', '', 'meeting', date '2026-01-01', timestamptz '2026-01-01Z', timestamptz '2026-01-01Z'
                  from generate_series(0, 1) n""");
        run(address, """
                insert into register.custom_field (custom_field_id, entity, name, kind, category, created_at)
                select gen_random_uuid(), e.entity, e.name, 'text', e.category, timestamptz '2026-01-01Z'
                  from (values ('person', 'Lempiväri', 'relationship-notes'), ('person', '???', 'whatever'),
                               ('organisation', 'Lempivari', 'relationship-notes')) as e (entity, name, category)""");
        run(address, """
                insert into register.custom_value (custom_value_id, custom_field_id, person_id, standing, value, created_at)
                select gen_random_uuid(), d.custom_field_id, p.person_id, p.standing, p.name || ' ' || d.name, d.created_at
                  from register.custom_field d, register.person p
                 where d.entity = 'person'""");
        assertThat(asked(address, "select count(*) from register.custom_value")).containsExactly("4");

        Migrations.of(address).migrateTo(BY_CATEGORY);

        assertThat(asked(address, "select value || ' ' || standing from register.custom_value_of_notes order by 1"))
                .containsExactly("Ada0 ??? 0", "Ada0 Lempiväri 0", "Ada1 ??? 1", "Ada1 Lempiväri 1");
        assertThat(asked(address, "select distinct category from register.custom_field"))
                .containsExactly("relationship-notes");
        assertThat(asked(address, "select key from register.custom_field order by length(key)"))
                .hasSize(3)
                .contains("field", "lempivari")
                .last()
                .asString()
                .startsWith("lempivari-");

        run(address, "update register.person set standing = standing | 2");
        assertThat(asked(address, "select distinct standing from register.custom_value_of_notes order by 1"))
                .as("the standing still follows the person")
                .containsExactly("2", "3");
        run(address, "update register.custom_field set category = 'contact-tags' where name = 'Lempiväri'");
        assertThat(asked(address, "select value from register.custom_value_of_tags order by 1"))
                .as("and the value its field")
                .containsExactly("Ada0 Lempiväri", "Ada1 Lempiväri");
        assertThatThrownBy(() -> run(address, """
                        insert into register.custom_value_of_contacts (custom_value_id, custom_field_id, person_id, standing, value, created_at)
                        select gen_random_uuid(), d.custom_field_id, p.person_id, p.standing, 'x', d.created_at
                          from register.custom_field d, register.person p
                         where d.name = 'Lempiväri'"""))
                .as("no value is of another category than its field")
                .isInstanceOf(SQLException.class);
    }

    /** As the release left it that kept all values in one table. */
    private static Address before(String name) {
        var access = TestDatabase.empty(name);
        var address =
                new Address(access.url(), access.user(), access.password(), name.getBytes(StandardCharsets.UTF_8));
        Foundation.of(address).lay();
        Migrations.of(address)
                .migrateTo(Migrations.known().stream()
                        .filter(version -> version.compareTo(BY_CATEGORY) < 0)
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

    private static List<String> asked(Address address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address.url(), address.owner(), address.password());
                var row = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }
}
