package fi.seloste.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class SchemaCheckTest {

    @Autowired
    SchemaCheck check;

    @Autowired
    Compiler compiler;

    @Autowired
    Declared declared;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_column_that_is_kept_is_declared() {
        assertThat(check.findings()).isEmpty();
    }

    @Test
    void an_undeclared_column_is_named_with_what_to_add_where() {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("alter table register.person add column nickname text").update();
        });
        try {
            assertThat(check.findings())
                    .singleElement()
                    .asString()
                    .contains("register.person.nickname", "tables/person/columns", "datamap/register.yaml");
        } finally {
            purposes.as(Purpose.OWNER, () -> {
                jdbc.sql("alter table register.person drop column nickname").update();
            });
        }
        assertThat(check.findings()).isEmpty();
    }

    /** Said otherwise, taking back a million people takes twice as long: PostgreSQL asks two questions of each table for each of them. */
    @Test
    void what_hangs_on_a_person_or_an_organisation_is_asked_for_once_where_one_goes() {
        var twice = purposes.as(
                Purpose.OWNER, () -> jdbc.sql("""
                        select f.conrelid::regclass || ' ' || f.conname
                          from pg_constraint f
                         where f.contype = 'f' and f.confdeltype = 'a'
                           and f.confrelid in ('register.person'::regclass, 'register.organisation'::regclass)""").query(String.class).list());
        assertThat(twice).as("write ON DELETE RESTRICT").isEmpty();
    }

    @Test
    void the_live_grants_and_policies_are_what_the_notice_says() {
        assertThat(compiler.drift(declared)).isEmpty();
    }

    @Test
    void a_grant_or_policy_made_by_hand_is_named_as_drift() {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("grant select (value) on store.setting to seloste_test_marketing")
                    .update();
            jdbc.sql("alter policy for_marketing on register.person using (true)")
                    .update();
        });
        assertThat(compiler.drift(declared))
                .hasSize(2)
                .anyMatch(d -> d.contains("store.setting"))
                .anyMatch(d -> d.contains("for_marketing"));
        compiler.compile(declared);
        assertThat(compiler.drift(declared)).isEmpty();
    }
}
