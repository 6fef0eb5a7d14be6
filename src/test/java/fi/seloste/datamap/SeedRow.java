package fi.seloste.datamap;

import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row for any declared table, filled from the catalogue: foreign keys point at rows made before, checks get their first allowed value. */
final class SeedRow {

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private final JdbcClient jdbc;
    private final Table table;
    private final UUID person;
    private final String word;
    private final Instant now;

    SeedRow(JdbcClient jdbc, Table table, UUID person, String word, Instant now) {
        this.jdbc = jdbc;
        this.table = table;
        this.person = person;
        this.word = word;
        this.now = now;
    }

    void insert(Map<String, UUID> made) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var parents = parents();
        for (var column : catalogue()) {
            if (!column.generated()) {
                values.put(column.name(), value(column, parents.get(column.name()), made));
            }
        }
        var sql = "insert into %s (%s) values (%s) on conflict do nothing"
                .formatted(
                        table.qualified(),
                        String.join(", ", values.keySet()),
                        values.keySet().stream().map(c -> ":" + c).collect(java.util.stream.Collectors.joining(", ")));
        var statement = jdbc.sql(sql);
        for (var entry : values.entrySet()) {
            statement = statement.param(entry.getKey(), entry.getValue());
        }
        statement.update();
        if (values.get(table.key()) instanceof UUID id) {
            made.put(table.qualified(), id);
        }
    }

    private @Nullable Object value(Live column, @Nullable String parent, Map<String, UUID> made) {
        var kind = table.column(column.name()).orElseThrow().kind();
        if (kind == Column.Kind.SUBJECT) {
            return person;
        }
        if (kind == Column.Kind.SUBJECTS) {
            return new UUID[] {person};
        }
        if (kind == Column.Kind.ALIAS) {
            return null;
        }
        if (parent != null && column.type().equals("uuid")) {
            return column.required() || !table.isAboutPeople() ? made.get(parent) : null;
        }
        return column.check() != null && column.type().startsWith("text") ? allowed(column) : plain(column, kind);
    }

    /** A row is seeded with a plain value of the column's type; a unique column gets one nobody else has. */
    private @Nullable Object plain(Live column, Column.Kind kind) {
        return switch (column.type()) {
            case "uuid" -> Ids.next();
            case "text" -> table.isAboutPeople() && isWord(kind) ? word : "x" + word.hashCode();
            case "text[]" -> table.isAboutPeople() && isWord(kind) ? new String[] {word} : new String[] {};
            case "uuid[]" -> new UUID[] {};
            case "bytea[]" -> new byte[][] {};
            case "integer[]" -> new Integer[] {};
            case "bigint[]" -> new Long[] {};
            case "boolean" -> column.name().equals("only_one"); // the one row of a table that has one
            case "smallint", "integer", "bigint" -> 0;
            case "bytea" ->
                (word + table.qualified() + column.name()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case "date" -> LocalDate.ofInstant(now, ZoneOffset.UTC);
            case "timestamp with time zone" -> Sql.at(now);
            case "jsonb" -> "{\"word\": \"" + word + "\"}";
            default ->
                throw new IllegalStateException("No seed for the type " + column.type() + " of " + table.qualified());
        };
    }

    private static boolean isWord(Column.Kind kind) {
        return kind.isPersonal() || kind == Column.Kind.SEARCH || kind == Column.Kind.KEY;
    }

    private static Object allowed(Live column) {
        var quoted = QUOTED.matcher(String.valueOf(column.check()));
        if (!quoted.find()) {
            throw new IllegalStateException("No value in the check " + column.check());
        }
        return column.type().equals("text[]") ? new String[] {quoted.group(1)} : quoted.group(1);
    }

    private Map<String, String> parents() {
        var parents = new LinkedHashMap<String, String>();
        jdbc.sql("""
                        select a.attname::text as column, n.nspname || '.' || t.relname as parent
                          from pg_constraint c
                          join pg_class t on t.oid = c.confrelid
                          join pg_namespace n on n.oid = t.relnamespace
                          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                         where c.contype = 'f' and c.conrelid = cast(:table as regclass)""").param("table", table.qualified()).query(row -> {
            parents.put(row.getString("column"), row.getString("parent"));
        });
        return parents;
    }

    private List<Live> catalogue() {
        return jdbc.sql("""
                        select a.attname::text as name,
                               format_type(a.atttypid, null) as type,
                               (a.attidentity <> '' or a.attgenerated <> '' or (c.relispartition and a.atthasdef)) as generated,
                               a.attnotnull as required,
                               (select pg_get_constraintdef(c.oid)
                                  from pg_constraint c
                                 where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey[1] = a.attnum
                                   and pg_get_constraintdef(c.oid) like '%''%'
                                 limit 1) as check
                          from pg_attribute a
                          join pg_class c on c.oid = a.attrelid
                         where a.attrelid = cast(:table as regclass) and a.attnum > 0 and not a.attisdropped
                         order by a.attnum""").param("table", table.qualified()).query(Live.class).list();
    }

    record Live(
            String name,
            String type,
            boolean generated,
            boolean required,
            @Nullable String check) {}
}
