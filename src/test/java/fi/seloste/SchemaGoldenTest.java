package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down the whole schema as the migrations leave it, so that a migration is reviewed by what it changes. */
@DatabaseTest
class SchemaGoldenTest {

    private static final String OURS =
            "n.nspname not in ('pg_catalog', 'information_schema', 'extensions', 'public') and n.nspname !~ '^pg_'";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Purposes purposes;

    @Test
    void the_schema_on_the_page_is_the_schema_in_the_database() {
        var page = new StringBuilder(
                "-- The whole schema. Written by bin/golden from the migrated database; grants and policies are"
                        + " compiled from the data maps\n-- and the notice and stand in purposes.md.\n");
        purposes.as(Purpose.OWNER, () -> {
            tables().forEach(table -> page.append(table(table)));
            functions().forEach(function -> page.append('\n').append(function).append(";\n"));
        });

        assertThat(page).contains("create table register.person (", "register.guard_arrived");
        Golden.compare("schema.sql", page.toString());
    }

    private record Table(long id, String name) {}

    private List<Table> tables() {
        return jdbc.sql("""
                        select c.oid::bigint as id, n.nspname || '.' || c.relname as name
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'p') and %s
                         order by n.nspname, c.relname""".formatted(OURS)).query(Table.class).list();
    }

    private String table(Table table) {
        var lines = new ArrayList<>(columns(table));
        lines.addAll(constraints(table));
        var text = "\ncreate table " + table.name() + " (\n    " + String.join(",\n    ", lines) + "\n);\n";
        return text
                + String.join(
                        "", indexes(table).stream().map(index -> index + ";\n").toList())
                + String.join(
                        "",
                        triggers(table).stream().map(trigger -> trigger + ";\n").toList());
    }

    private List<String> columns(Table table) {
        return jdbc.sql("""
                        select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                               || case when a.attidentity = '' then '' else ' generated always as identity' end
                               || case when a.attnotnull then ' not null' else '' end
                               || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
                          from pg_attribute a
                          left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                         where a.attrelid = :table and a.attnum > 0 and not a.attisdropped
                         order by a.attnum""").param("table", table.id()).query(String.class).list();
    }

    private List<String> constraints(Table table) {
        return jdbc.sql("""
                        select 'constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
                          from pg_constraint c
                         where c.conrelid = :table and c.contype in ('p', 'u', 'f', 'c', 'x')
                         order by position(c.contype::text in 'pufcx'), c.conname""").param("table", table.id()).query(String.class).list();
    }

    private List<String> indexes(Table table) {
        return jdbc.sql("""
                        select pg_get_indexdef(i.indexrelid)
                          from pg_index i
                         where i.indrelid = :table
                           and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
                         order by 1""").param("table", table.id()).query(String.class).list();
    }

    private List<String> triggers(Table table) {
        return jdbc.sql("""
                        select pg_get_triggerdef(t.oid)
                          from pg_trigger t
                         where t.tgrelid = :table and not t.tgisinternal
                         order by t.tgname""").param("table", table.id()).query(String.class).list();
    }

    /** The search functions are left out: they are compiled, one for each purpose, from register/search.sql. */
    private List<String> functions() {
        return jdbc.sql("""
                        select rtrim(pg_get_functiondef(p.oid), E'\\n ')
                          from pg_proc p
                          join pg_namespace n on n.oid = p.pronamespace
                         where %s and p.prokind = 'f' and p.proname !~ '^search_'
                         order by n.nspname, p.proname, p.oid""".formatted(OURS)).query(String.class).list();
    }
}
