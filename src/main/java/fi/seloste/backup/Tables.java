package fi.seloste.backup;

import fi.seloste.installation.Trouble;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tables as the catalogue knows them: what is in them, and what hangs on them. */
final class Tables {

    /** What must not come to life again: sessions and one-time links that were ended since, and waits that are over. */
    private static final Set<String> PASSING =
            Set.of("staff.session", "staff.link", "staff.challenge", "staff.throttle");

    /** Made anew where the backup is loaded: they tell of that database and not of this one. */
    private static final Set<String> OF_THE_PLACE = Set.of("store.migration", "store.installation");

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** A table and its columns; those that PostgreSQL computes are left out. */
    record Columns(String table, List<String> names) {

        String copy(String direction) {
            return "copy %s (%s) %s".formatted(quoted(table), String.join(", ", quoted(names)), direction);
        }
    }

    /** What is kept, table by table. An unlogged table is empty after every crash, so nobody counts on it. */
    List<Columns> kept() throws SQLException {
        var kept = new ArrayList<Columns>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select n.nspname || '.' || c.relname,
                               array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '')
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                         where c.relkind = 'r' and c.relpersistence = 'p'
                           and n.nspname not in ('pg_catalog', 'information_schema', 'extensions')
                           and n.nspname !~ '^pg_'
                         group by 1
                         order by 1""")) {
            while (rows.next()) {
                var table = rows.getString(1);
                if (!PASSING.contains(table) && !OF_THE_PLACE.contains(table)) {
                    kept.add(new Columns(
                            table, List.of((String[]) rows.getArray(2).getArray())));
                }
            }
        }
        return kept;
    }

    /** Under FORCE a table without the owner's policy shows its owner nothing, without a word. */
    void mustAllBeSeen() throws SQLException {
        var hidden = strings("""
                select n.nspname || '.' || c.relname
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity
                   and not exists (select 1
                                     from pg_policy p
                                     join pg_roles r on r.oid = any(p.polroles)
                                    where p.polrelid = c.oid and r.rolname = current_user and p.polcmd = '*'
                                      and p.polpermissive and pg_get_expr(p.polqual, p.polrelid) = 'true')
                 order by 1""");
        if (!hidden.isEmpty()) {
            throw new Trouble("A backup would be incomplete: the database hides rows of " + String.join(", ", hidden)
                    + " from its own owner. Restart Seloste, which mends its policies, and look at 'seloste verify'.");
        }
    }

    /** Statements that take off, and put back, all that slows a load down or forbids its order. */
    record Fittings(List<String> off, List<String> on) {}

    Fittings fittings(List<String> tables) throws SQLException {
        var names = tables.toArray(String[]::new);
        var fittings = new Fittings(new ArrayList<>(), new ArrayList<>());
        // Sorted so that what is put back comes in one order: indexes, then keys that lead to other tables, then
        // triggers.
        fit(fittings, names, """
                select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
                  from pg_index i
                 where i.indrelid = any(cast(? as text[])::regclass[])
                   and not exists (select 1 from pg_inherits h where h.inhrelid = i.indexrelid)
                   and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)""");
        fit(fittings, names, """
                select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname),
                       format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
                  from pg_constraint k
                 where k.contype = 'f' and k.conparentid = 0
                   and k.conrelid in (select n.relation
                                        from unnest(cast(? as text[])::regclass[]) as t (relation)
                                        left join pg_inherits h on h.inhrelid = t.relation
                                       cross join lateral (values (t.relation), (h.inhparent)) as n (relation))""");
        fit(fittings, names, """
                select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname),
                       format('alter table %s enable trigger %I', t.tgrelid::regclass, t.tgname)
                  from pg_trigger t
                 where not t.tgisinternal and t.tgrelid = any(cast(? as text[])::regclass[])""");
        return fittings;
    }

    /** Counters stand apart from the rows: each goes on after the highest number there is. */
    List<String> counters() throws SQLException {
        return strings("""
                select format('select setval(%L, coalesce(max(%I), 1), max(%I) is not null) from %s',
                              s.oid::regclass, a.attname, a.attname, a.attrelid::regclass)
                  from pg_class s
                  join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i')
                                  and d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
                  join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                 where s.relkind = 'S'""");
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> strings(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return strings(rows);
        }
    }

    private static List<String> strings(ResultSet rows) throws SQLException {
        var found = new ArrayList<String>();
        while (rows.next()) {
            found.add(rows.getString(1));
        }
        return found;
    }

    private void fit(Fittings fittings, String[] tables, String sql) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", tables));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    fittings.off().add(rows.getString(1));
                    fittings.on().add(rows.getString(2));
                }
            }
        }
    }

    static String quoted(String table) {
        int dot = table.indexOf('.');
        return '"' + table.substring(0, dot) + "\".\"" + table.substring(dot + 1) + '"';
    }

    private static List<String> quoted(List<String> names) {
        return names.stream().map(n -> '"' + n.replace("\"", "\"\"") + '"').toList();
    }
}
