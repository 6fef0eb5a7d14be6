package fi.seloste.store;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** Every one whose name begins so, without that beginning. */
    public Map<String, String> under(String beginning) {
        return jdbc
                .sql("select name, value from store.setting where starts_with(name, :beginning)")
                .param("beginning", beginning)
                .query((row, n) ->
                        Map.entry(row.getString("name").substring(beginning.length()), row.getString("value")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public void put(String name, String value, @Nullable UUID by) {
        put(name, value, false, by);
    }

    /** A secret, which its keeper has sealed before. */
    public void putSealed(String name, String sealed, @Nullable UUID by) {
        put(name, sealed, true, by);
    }

    private void put(String name, String value, boolean secret, @Nullable UUID by) {
        jdbc.sql("""
                        insert into store.setting (name, value, secret, changed_at, changed_by)
                        values (:name, :value, :secret, :at, :by)
                        on conflict (name) do update
                           set value = excluded.value, secret = excluded.secret, changed_at = excluded.changed_at,
                               changed_by = excluded.changed_by""")
                .param("name", name)
                .param("value", value)
                .param("secret", secret)
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
