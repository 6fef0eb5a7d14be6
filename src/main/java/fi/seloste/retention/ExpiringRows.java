package fi.seloste.retention;

import fi.seloste.base.PersonId;
import fi.seloste.datamap.RowEraser;
import fi.seloste.store.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows with an end of their own, whatever table they are in. */
@Component
class ExpiringRows {

    private final PersonEvents events;
    private final RowEraser eraser;
    private final Days days;
    private final JdbcClient jdbc;

    ExpiringRows(PersonEvents events, RowEraser eraser, Days days, JdbcClient jdbc) {
        this.events = events;
        this.eraser = eraser;
        this.days = days;
        this.jdbc = jdbc;
    }

    record Row(UUID key, @Nullable PersonId subject) {}

    record Day(LocalDate event, long rows) {}

    /** Rows that are over on this day, by key after a mark; nobody else touches them until the transaction ends. */
    List<Row> due(RowRule rule, LocalDate on, UUID after, int limit) {
        var table = rule.table();
        return jdbc.sql(
                        "select t.%s as key, %s as subject from %s t where %s and t.%s > :after order by t.%s limit :limit for update skip locked"
                                .formatted(
                                        table.key(),
                                        subject(rule),
                                        table.qualified(),
                                        over(rule),
                                        table.key(),
                                        table.key()))
                .paramSource(parameters(rule, on).addValue("after", after).addValue("limit", limit))
                .query((row, n) -> {
                    var subject = row.getObject("subject", UUID.class);
                    return new Row(row.getObject("key", UUID.class), subject == null ? null : new PersonId(subject));
                })
                .list();
    }

    List<Day> days(RowRule rule, LocalDate on) {
        var event = events.isDate(rule.table(), rule.column())
                ? "t." + rule.column()
                : "(t.%s at time zone :place)::date".formatted(rule.column());
        return jdbc.sql("select %s as event, count(*) as rows from %s t where %s group by 1"
                        .formatted(event, rule.table().qualified(), over(rule)))
                .paramSource(parameters(rule, on))
                .query(Day.class)
                .list();
    }

    private String over(RowRule rule) {
        var over = events.isDate(rule.table(), rule.column())
                ? "t.%s <= :day".formatted(rule.column())
                : "t.%s < :then".formatted(rule.column());
        return eraser.isOnlyEmptied(rule.table(), rule.rule().action())
                ? over + " and " + eraser.isStillPersonal(rule.table(), "t")
                : over;
    }

    private MapSqlParameterSource parameters(RowRule rule, LocalDate on) {
        var latest = PersonRules.latestOver(rule.rule(), on);
        return new MapSqlParameterSource("day", latest)
                .addValue("then", Sql.at(days.startOf(latest.plusDays(1))))
                .addValue("place", days.zone());
    }

    private static String subject(RowRule rule) {
        return rule.table().subjects().stream()
                .findFirst()
                .map(column -> "t." + column)
                .orElse("null::uuid");
    }
}
