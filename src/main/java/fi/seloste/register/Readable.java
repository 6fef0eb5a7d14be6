package fi.seloste.register;

import fi.seloste.store.Purpose;
import fi.seloste.store.Roles;
import fi.seloste.store.Sql;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which tables the running purpose may read at all: what it may not, a page leaves out instead of failing. */
@Component
class Readable {

    private final JdbcClient jdbc;
    private final Roles roles;

    Readable(JdbcClient jdbc, Roles roles) {
        this.jdbc = jdbc;
        this.roles = roles;
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

    /** Which of these purposes may read a table at all. */
    Set<Purpose> purposesOf(String table, Collection<Purpose> purposes) {
        var codes =
                purposes.stream().collect(Collectors.<Purpose, String, Purpose>toMap(roles::of, Function.identity()));
        return jdbc
                .sql("""
                        select r.name
                          from unnest(:roles::text[]) as r (name)
                         where has_any_column_privilege(r.name, :table, 'SELECT')""")
                .param("roles", Sql.array(codes.keySet()))
                .param("table", table)
                .query(String.class)
                .list()
                .stream()
                .map(codes::get)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
