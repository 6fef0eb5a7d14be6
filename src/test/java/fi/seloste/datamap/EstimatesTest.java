package fi.seloste.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The planner knows how many rows a policy leaves, so that a purpose's page is found by the same index as the owner's. */
@DatabaseTest
class EstimatesTest {

    private static final int PEOPLE = 400;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataMap map;

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "MARKETING"})
    void a_purpose_that_sees_nearly_everybody_is_planned_for_nearly_everybody(Purpose purpose) {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("delete from register.note").update();
            jdbc.sql("delete from register.contact_point").update();
            jdbc.sql("delete from register.person").update();
            jdbc.sql("""
                            insert into register.person (person_id, standing, name, sort_name, search_words, source, sourced_on, created_at, changed_at)
                            select gen_random_uuid(), 0, 'Ada ' || n, 'ada ' || n, ' ada', 'meeting', date '2026-01-01', timestamptz '2026-01-01Z', timestamptz '2026-01-01Z'
                              from generate_series(1, :many) n""").param("many", PEOPLE).update();
            jdbc.sql("analyze register.person").update();
        });
        var plan = purposes.as(
                purpose,
                () -> String.join(
                        "\n",
                        jdbc.sql("explain select person_id from register.person")
                                .query(String.class)
                                .list()));
        var rows = Pattern.compile("rows=(\\d+)").matcher(plan);
        assertThat(rows.find()).as(plan).isTrue();
        assertThat(Integer.parseInt(rows.group(1))).as(plan).isGreaterThan(PEOPLE / 2);
    }

    @Test
    void every_table_that_hides_people_is_estimated() {
        var hiding = map.tables().stream()
                .filter(table -> table.ties().standing())
                .map(table -> table.qualified() + "_visible")
                .toList();
        assertThat(hiding).isNotEmpty();
        assertThat(purposes.as(
                        Purpose.OWNER,
                        () -> jdbc.sql("select stxnamespace::regnamespace || '.' || stxname from pg_statistic_ext")
                                .query(String.class)
                                .list()))
                .containsAll(hiding);
    }
}
