package fi.seloste.store;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was set in the console and at the set-up, in the running purpose. */
@Component
public class KeptSettings {

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptSettings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<String> find(String name) {
        return jdbc.sql("select value from store.setting where name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    public void put(String name, String value, @Nullable UUID by) {
        jdbc.sql("""
                        insert into store.setting (name, value, changed_at, changed_by)
                        values (:name, :value, :at, :by)
                        on conflict (name) do update
                           set value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                .param("name", name)
                .param("value", value)
                .param("at", Sql.at(clock.instant()))
                .param("by", by)
                .update();
    }

    public void remove(String name) {
        jdbc.sql("delete from store.setting where name = :name")
                .param("name", name)
                .update();
    }
}
