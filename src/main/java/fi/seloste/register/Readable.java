package fi.seloste.register;

import fi.seloste.store.Sql;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which tables the running purpose may read at all: what it may not, a page leaves out instead of failing. */
@Component
class Readable {

    private final JdbcClient jdbc;

    Readable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> of(Collection<String> tables) {
        return Set.copyOf(jdbc.sql("""
                        select t.name
                          from unnest(:tables::text[]) as t (name)
                         where has_any_column_privilege(t.name, 'SELECT')""")
                .param("tables", Sql.array(tables))
                .query(String.class)
                .list());
    }
}
