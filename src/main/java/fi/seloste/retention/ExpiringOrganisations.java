package fi.seloste.retention;

import fi.seloste.datamap.Belongings;
import fi.seloste.datamap.Table;
import fi.seloste.notice.Anchor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Organisations as keeping sees them. The time of one runs when nobody of it is kept any more: from that day, or from the last that was
 * written about it. What is still open in a row of its own, such as a contract without an end or a ban in force, lasts.
 */
@Component
class ExpiringOrganisations {

    private final Belongings belongings;
    private final PersonEvents events;
    private final Days days;
    private final JdbcClient jdbc;

    ExpiringOrganisations(Belongings belongings, PersonEvents events, Days days, JdbcClient jdbc) {
        this.belongings = belongings;
        this.events = events;
        this.days = days;
        this.jdbc = jdbc;
    }

    record Row(UUID organisation, Facts facts) {}

    String category() {
        return belongings.organisation().category();
    }

    /** Notes of whom nobody is kept since today, and who has somebody again. */
    void noteWhoIsAlone() {
        var people = "exists (select 1 from register.affiliation f where f.organisation_id = o.organisation_id)";
        jdbc.sql("update register.organisation o set alone_since = null where o.alone_since is not null and " + people)
                .update();
        jdbc.sql(
                        "update register.organisation o set alone_since = :today where o.alone_since is null and o.merged_into is null and not "
                                + people)
                .param("today", days.today())
                .update();
    }

    /** Those that can be due on this day, by id after a mark; the rule has the last word. */
    List<Row> candidates(PersonRules rules, LocalDate on, UUID after, int limit) {
        return jdbc.sql(select() + coarse(rules) + " and o.organisation_id > :after order by 1 limit :limit")
                .paramSource(parameters(rules, on).addValue("after", after).addValue("limit", limit))
                .query((row, n) -> row(row))
                .list();
    }

    /** Nobody adds anything to these until the transaction ends; what was added before is seen in what is read next. */
    void lock(Collection<UUID> organisations) {
        jdbc.sql(
                        "select o.organisation_id from register.organisation o where o.organisation_id = any(:ids) order by 1 for update")
                .paramSource(ids(organisations))
                .query()
                .listOfRows();
    }

    List<Row> of(Collection<UUID> organisations) {
        return jdbc.sql(select() + " and o.organisation_id = any(:ids)")
                .paramSource(ids(organisations).addValue("place", days.zone()))
                .query((row, n) -> row(row))
                .list();
    }

    /** Those of these that have rows of a category that is held. */
    Set<UUID> having(Collection<UUID> organisations, Set<String> categories) {
        var held = belongings.tables().stream()
                .filter(table -> categories.contains(table.category()))
                .map(table -> "exists (select 1 from %s x where %s)"
                        .formatted(table.qualified(), belongings.own(table, "x", "= o.organisation_id")))
                .collect(Collectors.joining(" or "));
        return held.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql(
                                "select o.organisation_id from register.organisation o where o.organisation_id = any(:ids) and (%s)"
                                        .formatted(held))
                        .paramSource(ids(organisations))
                        .query(UUID.class)
                        .list());
    }

    private String select() {
        return """
                select o.organisation_id, o.sourced_on as recorded_on, greatest(%s) as ended_on
                  from register.organisation o
                 where o.merged_into is null and o.alone_since is not null and not %s""".formatted(String.join(", ", ends()), belongings.namedByPeople("o.organisation_id"));
    }

    private List<String> ends() {
        var ends = new ArrayList<>(List.of("o.sourced_on", "o.alone_since"));
        for (var table : belongings.tables()) {
            if (table.isOwnedBy(Table.Owner.ORGANISATION) || table.life().timeline() != null) {
                day(table)
                        .ifPresent(day -> ends.add("(select max(%s) from %s x where %s)"
                                .formatted(day, table.qualified(), belongings.own(table, "x", "= o.organisation_id"))));
            }
        }
        return ends;
    }

    /** A row that can be open lasts until it is closed; any other happened on its day. */
    private Optional<String> day(Table table) {
        var closing = table.life().anchors().keySet().stream()
                .filter(anchor -> anchor != Anchor.OWN_ACT && anchor != Anchor.RECORDED)
                .findFirst();
        return closing.isPresent()
                ? closing.flatMap(table.life()::column)
                        .map(column -> "coalesce(%s, 'infinity')".formatted(events.day(table, "x", column)))
                : table.life().column(Anchor.RECORDED).map(column -> events.day(table, "x", column));
    }

    private static String coarse(PersonRules rules) {
        var conditions = new StringBuilder();
        for (int i = 0; i < rules.rules().size(); i++) {
            var column = rules.rules().get(i).anchor() == Anchor.RECORDED ? "o.sourced_on" : "o.alone_since";
            conditions.append(" and %s <= :day%d".formatted(column, i));
        }
        return conditions.toString();
    }

    private MapSqlParameterSource parameters(PersonRules rules, LocalDate on) {
        var parameters = new MapSqlParameterSource("place", days.zone());
        for (int i = 0; i < rules.rules().size(); i++) {
            parameters.addValue("day" + i, PersonRules.latestOver(rules.rules().get(i), on));
        }
        return parameters;
    }

    /** An act of its own, and the end of the relationship, are for an organisation the same day. */
    private static Row row(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_on", LocalDate.class);
        return new Row(
                row.getObject("organisation_id", UUID.class),
                new Facts(row.getObject("recorded_on", LocalDate.class), ended, ended));
    }

    private static MapSqlParameterSource ids(Collection<UUID> organisations) {
        return new MapSqlParameterSource("ids", organisations.toArray(UUID[]::new));
    }
}
