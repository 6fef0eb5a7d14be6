package fi.seloste.retention;

import fi.seloste.base.PersonId;
import fi.seloste.datamap.Table;
import fi.seloste.installation.Keys;
import fi.seloste.notice.Anchor;
import fi.seloste.store.Sql;
import fi.seloste.suppression.Fingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People as keeping sees them. The database finds the days of the events and who can be due at all; the end itself is counted by the rule,
 * in one place for the page, the preview and the sweep.
 */
@Component
class Expiring {

    private final PersonEvents events;
    private final Keys keys;
    private final Days days;
    private final JdbcClient jdbc;

    Expiring(PersonEvents events, Keys keys, Days days, JdbcClient jdbc) {
        this.events = events;
        this.keys = keys;
        this.days = days;
        this.jdbc = jdbc;
    }

    record Row(PersonId person, Facts facts) {}

    /** How many people share the same events. */
    record Group(Facts facts, long people) {}

    /** Whom to look at: everybody, or those of whom these tables have rows. */
    record Scope(PersonRules rules, Set<Table> tables) {}

    /** People who can be due on this day, by id after a mark; the rule has the last word. */
    List<Row> candidates(Scope scope, LocalDate on, UUID after, int limit) {
        var rules = scope.rules();
        var having = scope.tables().isEmpty() ? "" : " and " + events.haveRows(scope.tables());
        return jdbc.sql(
                        "select e.person_id, e.recorded_on, e.acted_on, e.related_until from (%s and p.person_id > :after and %s%s) e order by 1 limit :limit"
                                .formatted(events.select(), coarse(rules), having))
                .paramSource(parameters(rules, on).addValue("after", after).addValue("limit", limit))
                .query((row, n) -> row(row))
                .list();
    }

    /** The same as numbers, by day of event. */
    List<Group> groups(Scope scope, LocalDate on) {
        var rules = scope.rules();
        var having = scope.tables().isEmpty() ? "" : " and " + events.haveRows(scope.tables());
        return jdbc.sql(
                        "select e.recorded_on, e.acted_on, e.related_until, count(*) as people from (%s and %s%s) e group by 1, 2, 3"
                                .formatted(events.select(), coarse(rules), having))
                .paramSource(parameters(rules, on))
                .query((row, n) -> new Group(facts(row), row.getLong("people")))
                .list();
    }

    List<Row> of(Collection<PersonId> people) {
        return jdbc.sql(events.select() + " and p.person_id = any(:people)")
                .paramSource(new MapSqlParameterSource("people", ids(people)).addValue("place", days.zone()))
                .query((row, n) -> row(row))
                .list();
    }

    /** Shells of whom there are rows that nothing keeps any more, such as after the end of a hold. */
    List<PersonId> shellsWith(Set<Table> tables, int limit) {
        return jdbc.sql("%s and %s limit :limit".formatted(events.selectShells(), events.haveRows(tables)))
                .param("limit", limit)
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Nobody acts on these until the transaction ends; whoever acted before is seen in what is read next. */
    void lock(Collection<PersonId> people) {
        jdbc.sql("select person_id from register.person where person_id = any(:people) order by person_id for update")
                .paramSource(new MapSqlParameterSource("people", ids(people)))
                .query()
                .listOfRows();
    }

    /** Those restricted for another cause than that their time of use is over. */
    Set<PersonId> restricted(Collection<PersonId> people) {
        return Set.copyOf(jdbc.sql("""
                        select p.person_id
                          from register.person p
                         where p.person_id = any(:people) and (p.standing & 2) <> 0
                           and not exists (select 1 from retention.withheld w where w.person_id = p.person_id)""")
                .paramSource(new MapSqlParameterSource("people", ids(people)))
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }

    /** By which these people would be known again; a shared address is nobody's. */
    List<Fingerprint> prints(Collection<PersonId> people) {
        int version = keys.version(Keys.SUPPRESSION);
        return jdbc.sql("""
                        select distinct on (strict_print) kind, strict_print, canonical_print
                          from register.contact_point
                         where person_id = any(:people) and kind in ('email', 'phone') and usage <> 'shared'""")
                .paramSource(new MapSqlParameterSource("people", ids(people)))
                .query((row, n) -> new Fingerprint(
                        Fingerprint.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getBytes("strict_print"),
                        row.getBytes("canonical_print"),
                        version))
                .list();
    }

    private MapSqlParameterSource parameters(PersonRules rules, LocalDate on) {
        var parameters = new MapSqlParameterSource("place", days.zone());
        for (int i = 0; i < rules.rules().size(); i++) {
            var latest = PersonRules.latestOver(rules.rules().get(i), on);
            parameters.addValue("day" + i, latest).addValue("then" + i, Sql.at(days.startOf(latest.plusDays(1))));
        }
        return parameters;
    }

    /** What an index can tell without looking at other tables: whoever passes may still be kept by another rule. */
    private String coarse(PersonRules rules) {
        var conditions = new StringBuilder("true");
        for (int i = 0; i < rules.rules().size(); i++) {
            var anchor = rules.rules().get(i).anchor();
            if (anchor == Anchor.OWN_ACT) {
                conditions.append(" and (%s)".formatted(events.notActedSince(":day" + i, ":then" + i)));
            } else if (anchor == Anchor.RECORDED) {
                conditions.append(" and %s <= :day%d".formatted(events.recorded(), i));
            }
        }
        return conditions.toString();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(new PersonId(row.getObject("person_id", UUID.class)), facts(row));
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                row.getObject("recorded_on", LocalDate.class),
                row.getObject("acted_on", LocalDate.class),
                row.getObject("related_until", LocalDate.class));
    }

    static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
