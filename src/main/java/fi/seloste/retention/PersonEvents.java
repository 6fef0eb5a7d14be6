package fi.seloste.retention;

import fi.seloste.base.Known;
import fi.seloste.datamap.Column;
import fi.seloste.datamap.DataMap;
import fi.seloste.datamap.Table;
import fi.seloste.notice.Anchor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The events of a person's keeping as SQL, from what the data maps declare under {@code anchors}: a module that takes the person's own
 * orders, or ends contracts, says in which column, and is counted from then on.
 */
@Component
class PersonEvents {

    private final DataMap map;
    private final Table person;
    private final JdbcClient jdbc;
    private volatile Map<String, String> types = Map.of();

    PersonEvents(DataMap map, JdbcClient jdbc) {
        this.map = map;
        this.person = map.person();
        this.jdbc = jdbc;
    }

    String category() {
        return person.category();
    }

    /** Whether a person's own row tells everything. */
    boolean isAllInPerson() {
        return actTables().isEmpty() && relationTables().isEmpty();
    }

    /** person_id, recorded_on, acted_on, related_until of people who are neither aliases nor shells; conditions may follow with "and". */
    String select() {
        return "select p.%s as person_id, %s as recorded_on, %s as acted_on, %s as related_until from %s p where p.%s is null and (p.standing & 8) = 0"
                .formatted(person.key(), recorded(), actedOn(), relatedUntil(), person.qualified(), alias());
    }

    String recorded() {
        return "p." + column(person, Anchor.RECORDED);
    }

    /** Not since the end of a day; both ways of it have an index. */
    String notActedSince(String day, String then) {
        var act = "p." + column(person, Anchor.OWN_ACT);
        return "(%s is null and %s <= %s) or (%s < %s and %s <= %s)"
                .formatted(act, recorded(), day, act, then, recorded(), day);
    }

    private String actedOn() {
        var days = new ArrayList<>(List.of(recorded(), day(person, "p", column(person, Anchor.OWN_ACT))));
        for (var table : actTables()) {
            for (var subject : table.subjects()) {
                days.add("(select max(%s) from %s x where x.%s = p.%s)"
                        .formatted(
                                day(table, "x", column(table, Anchor.OWN_ACT)),
                                table.qualified(),
                                subject,
                                person.key()));
            }
        }
        return "greatest(" + String.join(", ", days) + ")";
    }

    /** A relationship of the person, or of an organisation as long as the person is there; one without an end lasts. */
    private String relatedUntil() {
        var ends = new ArrayList<String>();
        for (var table : relationTables()) {
            var end = "coalesce(%s, 'infinity')".formatted(day(table, "x", column(table, Anchor.RELATIONSHIP_END)));
            for (var subject : table.subjects()) {
                ends.add("(select max(%s) from %s x where x.%s = p.%s)"
                        .formatted(end, table.qualified(), subject, person.key()));
            }
            if (table.isOwnedBy(Table.Owner.ORGANISATION)) {
                ends.add("""
                        (select max(least(coalesce(f.until_on, 'infinity'), %s))
                           from register.affiliation f
                           join %s x on x.organisation_id = f.organisation_id
                          where f.person_id = p.%s)""".formatted(end, table.qualified(), person.key()));
            }
        }
        return ends.isEmpty() ? "null::date" : "greatest(" + String.join(", ", ends) + ")";
    }

    /** People of whom these tables have a row, as a condition on the alias p. */
    String haveRows(Collection<Table> tables) {
        return tables.stream()
                .flatMap(table -> table.subjects().stream()
                        .map(subject -> "exists (select 1 from %s x where x.%s = p.%s)"
                                .formatted(table.qualified(), subject, person.key())))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Shells, and whose merged rows they are: people without values, of whom something stays. */
    String selectShells() {
        return "select p.%s as person_id from %s p where (p.standing & 8) <> 0"
                .formatted(person.key(), person.qualified());
    }

    private List<Table> actTables() {
        return map.tables().stream()
                .filter(t -> !t.isPerson() && t.life().anchors().containsKey(Anchor.OWN_ACT))
                .toList();
    }

    private List<Table> relationTables() {
        return map.tables().stream()
                .filter(t -> t.life().anchors().containsKey(Anchor.RELATIONSHIP_END))
                .toList();
    }

    private String alias() {
        return person.names(c -> c.kind() == Column.Kind.ALIAS).getFirst();
    }

    String day(Table table, String as, String column) {
        return isDate(table, column)
                ? "%s.%s".formatted(as, column)
                : "(%s.%s at time zone :place)::date".formatted(as, column);
    }

    /** Whether a column that tells of an event is a day already, as the database has it. */
    boolean isDate(Table table, String column) {
        if (types.isEmpty()) {
            types =
                    jdbc
                            .sql("""
                            select n.nspname || '.' || c.relname || '.' || a.attname as place, format_type(a.atttypid, null) as type
                              from pg_attribute a
                              join pg_class c on c.oid = a.attrelid
                              join pg_namespace n on n.oid = c.relnamespace
                             where c.relkind in ('r', 'p') and a.attnum > 0 and format_type(a.atttypid, null) in ('date', 'timestamp with time zone')
                               and n.nspname not like 'pg\\_%'""")
                            .query((row, n) -> Map.entry(row.getString("place"), row.getString("type")))
                            .list()
                            .stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
        return Known.in(types, table.qualified() + "." + column).equals("date");
    }

    static String column(Table table, Anchor anchor) {
        return table.life()
                .column(anchor)
                .orElseThrow(() -> new IllegalStateException("Say under tables/%s/anchors which column tells of '%s'"
                        .formatted(table.name(), anchor.code())));
    }
}
