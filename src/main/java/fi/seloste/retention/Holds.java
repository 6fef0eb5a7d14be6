package fi.seloste.retention;

import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.notice.Whole;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of holds. The last day of a hold is still held. */
@Component
class Holds {

    private static final String HOLD = """
            select h.hold_id, h.person_id, h.organisation_id, h.category, h.reason, h.until_on, h.made_at, h.made_by_name, h.lifted_at
              from retention.hold h
            """;

    private final JdbcClient jdbc;

    Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Hold hold, Actor actor) {
        var target = hold.target();
        jdbc.sql("""
                        insert into retention.hold
                               (hold_id, kind, person_id, organisation_id, category, reason, until_on, made_at, made_by, made_by_name)
                        values (:id, :kind, :person::uuid, :organisation::uuid, :category, :reason, :until, :at, :by::uuid, :byName)""")
                .param("id", hold.id())
                .param("kind", target.kind())
                .param(
                        "person",
                        target.person() == null ? null : target.person().value())
                .param(
                        "organisation",
                        target.organisation() == null
                                ? null
                                : target.organisation().value())
                .param("category", target.category())
                .param("reason", hold.reason())
                .param("until", hold.untilOn())
                .param("at", Sql.at(hold.made().at()))
                .param("by", actor.staff())
                .param("byName", actor.name())
                .update();
    }

    Optional<Hold> find(UUID id) {
        return jdbc.sql(HOLD + "where h.hold_id = :id")
                .param("id", id)
                .query((row, n) -> hold(row))
                .optional();
    }

    List<Hold> inForce(LocalDate today) {
        return jdbc.sql(HOLD + "where h.lifted_at is null and h.until_on >= :today order by h.until_on, h.hold_id")
                .param("today", today)
                .query((row, n) -> hold(row))
                .list();
    }

    List<Hold> inForce(LocalDate today, @Nullable UUID after, int limit) {
        return jdbc.sql(HOLD + """
                        where h.lifted_at is null and h.until_on >= :today
                          and (:after::uuid is null
                               or (h.until_on, h.hold_id) > (select l.until_on, l.hold_id from retention.hold l where l.hold_id = :after::uuid))
                        order by h.until_on, h.hold_id
                        limit :limit""")
                .param("today", today)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> hold(row))
                .list();
    }

    /** A lifted hold ends today; its own time of keeping runs from then. */
    boolean lift(UUID id, Actor actor, LocalDate today, Instant at) {
        return jdbc.sql("""
                        update retention.hold
                           set lifted_at = :at, lifted_by = :by::uuid, until_on = least(until_on, :today)
                         where hold_id = :id and lifted_at is null""")
                        .param("at", Sql.at(at))
                        .param("by", actor.staff())
                        .param("today", today)
                        .param("id", id)
                        .update()
                == 1;
    }

    Set<String> categories(LocalDate today) {
        return Whole.withParts(
                jdbc.sql("""
                        select distinct category
                          from retention.hold
                         where kind = 'category' and lifted_at is null and until_on >= :today""").param("today", today).query(String.class).list());
    }

    /** The held ones of these people: by a hold of their own, or by one of an organisation they were ever at. */
    Set<PersonId> among(Collection<PersonId> people, LocalDate today) {
        return Set.copyOf(jdbc.sql("""
                        select h.person_id
                          from retention.hold h
                         where h.person_id = any(:people) and h.lifted_at is null and h.until_on >= :today
                        union
                        select f.person_id
                          from retention.hold h
                          join register.affiliation f on f.organisation_id = h.organisation_id
                         where f.person_id = any(:people) and h.lifted_at is null and h.until_on >= :today""")
                .paramSource(new MapSqlParameterSource("people", Expiring.ids(people)).addValue("today", today))
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }

    /** The held ones of these organisations. */
    Set<UUID> organisations(Collection<UUID> organisations, LocalDate today) {
        return Set.copyOf(jdbc.sql("""
                        select h.organisation_id
                          from retention.hold h
                         where h.organisation_id = any(:organisations) and h.lifted_at is null and h.until_on >= :today""")
                .paramSource(new MapSqlParameterSource("organisations", organisations.toArray(UUID[]::new))
                        .addValue("today", today))
                .query(UUID.class)
                .list());
    }

    List<PersonId> reachedBy(List<byte[]> prints) {
        return jdbc.sql("""
                        select distinct c.person_id
                          from register.contact_point c
                          join register.person p on p.person_id = c.person_id
                         where c.kind = 'email' and c.canonical_print = any(:prints::bytea[])
                           and p.merged_into is null and (p.standing & 8) = 0
                         limit 2""")
                .param("prints", prints.toArray(byte[][]::new))
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    private static Hold hold(ResultSet row) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        var organisation = row.getObject("organisation_id", UUID.class);
        return new Hold(
                row.getObject("hold_id", UUID.class),
                new Hold.Target(
                        person == null ? null : new PersonId(person),
                        organisation == null ? null : new OrganisationId(organisation),
                        row.getString("category")),
                row.getString("reason"),
                row.getObject("until_on", LocalDate.class),
                new Hold.Made(at(row, "made_at"), row.getString("made_by_name")),
                row.getObject("lifted_at") == null ? null : at(row, "lifted_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
