package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house where nothing is done is known by it. */
@DatabaseTest
class DoingsTest {

    @Autowired
    Doings doings;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_a_request_or_a_job_does_counts_when_it_is_committed() {
        long before = doings.count();
        purposes.as(Purpose.TECHNICAL, () -> {
            read();
            assertThat(doings.count()).isEqualTo(before);
        });
        assertThat(doings.count()).isGreaterThan(before);
    }

    @Test
    void a_round_counts_when_it_has_written_and_not_when_it_only_looked() {
        long before = doings.count();
        doings.round(() -> purposes.as(Purpose.TECHNICAL, this::read));
        doings.round(() -> purposes.as(Purpose.TECHNICAL, () -> write("nothing", "false")));
        assertThat(doings.count()).isEqualTo(before);

        doings.round(() -> purposes.as(Purpose.TECHNICAL, () -> write("something", "true")));
        assertThat(doings.count()).isGreaterThan(before);
    }

    private void read() {
        jdbc.sql("select 1").query(Integer.class).single();
    }

    private void write(String name, String condition) {
        jdbc.sql("""
                        insert into store.setting (name, value, secret, changed_at)
                        select :name, 'x', false, timestamptz '2026-11-27 12:00:00Z' where %s""".formatted(condition)).param("name", "doings-" + name).update();
    }
}
