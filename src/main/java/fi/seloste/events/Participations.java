package fi.seloste.events;

import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of registrations as staff read them: in the running purpose, so of those whom it sees. */
@Component
class Participations {

    private static final String SELECT = """
            select participation_id, number, person_id, name, email, organisation, phone, language, state, way, asked_at, confirmed_at, confirm_by,
                   ended_at, ended_by, attended_at
              from events.participation
            """;

    private final JdbcClient jdbc;

    Participations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With their answers; needs are read where the purpose may, and are not there where it may not. */
    List<Participation> of(UUID event, boolean needs) {
        return answered(
                jdbc.sql(SELECT + "where event_id = :event order by number")
                        .param("event", event)
                        .query(Participations::participation)
                        .list(),
                needs);
    }

    /** A page of them, in the order in which they registered. */
    List<Participation> after(UUID event, List<String> states, int number, int limit, boolean needs) {
        return answered(
                jdbc.sql(SELECT + """
                                where event_id = :event and state = any(:states) and number > :number
                                order by number
                                limit :limit""")
                        .param("event", event)
                        .param("states", Sql.array(states))
                        .param("number", number)
                        .param("limit", limit)
                        .query(Participations::participation)
                        .list(),
                needs);
    }

    /** Who has a place, without their answers: as many as are looked through at the door. */
    List<Participation> coming(UUID event) {
        return jdbc.sql(SELECT + "where event_id = :event and state = 'registered' order by number")
                .param("event", event)
                .query(Participations::participation)
                .list();
    }

    int countComing(UUID event) {
        return jdbc.sql("select count(*) from events.participation where event_id = :event and state = 'registered'")
                .param("event", event)
                .query(Integer.class)
                .single();
    }

    Optional<Participation> find(UUID event, UUID id) {
        return jdbc.sql(SELECT + "where participation_id = :id and event_id = :event")
                .param("id", id)
                .param("event", event)
                .query(Participations::participation)
                .optional();
    }

    /** The same with what they answered, all read at once. */
    List<Participation> answered(List<Participation> of, boolean needs) {
        var ids = of.stream().map(Participation::id).toArray(UUID[]::new);
        var answers = answers(ids, needs);
        var replies = replies(ids);
        return of.stream()
                .map(one -> one.with(
                        new Participation.Told(answers.getOrDefault(one.id(), List.of()), replies.get(one.id()))))
                .toList();
    }

    /** The newest that each one's calendar answered. */
    private Map<UUID, Participation.Reply> replies(UUID[] of) {
        return jdbc
                .sql("""
                        select distinct on (participation_id) participation_id, answer, proved, followed, words, came_at
                          from events.calendar_reply
                         where participation_id = any(:ids::uuid[])
                         order by participation_id, proved desc, sequence desc, stamped_at desc, reply_id desc""")
                .param("ids", of)
                .query((row, n) -> Map.entry(
                        row.getObject("participation_id", UUID.class),
                        new Participation.Reply(
                                row.getString("answer"),
                                row.getBoolean("proved"),
                                row.getString("followed"),
                                row.getString("words"),
                                row.getObject("came_at", OffsetDateTime.class).toInstant())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<UUID, List<Participation.Answer>> answers(UUID[] of, boolean needs) {
        var sql = """
                select a.participation_id, a.question_id, a.question, a.value
                  from events.answer a
                 where a.participation_id = any(:ids::uuid[])""" + (needs ? """
                 union all
                select n.participation_id, 'need', n.question, n.value
                  from events.need n
                 where n.participation_id = any(:ids::uuid[])""" : "");
        return jdbc
                .sql(sql)
                .param("ids", of)
                .query((row, n) -> Map.entry(
                        row.getObject("participation_id", UUID.class),
                        new Participation.Answer(
                                row.getString("question_id"), row.getString("question"), row.getString("value"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Came in, or did not after all; what was so already stays as it was. */
    boolean attend(UUID id, @Nullable Instant at, @Nullable UUID by) {
        return jdbc.sql("""
                        update events.participation
                           set attended_at = :at::timestamptz, attended_staff = :by::uuid
                         where participation_id = :id and state = 'registered' and (attended_at is null) = (:at::timestamptz is not null)""")
                        .param("id", id)
                        .param("at", Sql.at(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    private static Participation participation(ResultSet row, int n) throws SQLException {
        var id = row.getObject("participation_id", UUID.class);
        var person = row.getObject("person_id", UUID.class);
        return new Participation(
                id,
                row.getInt("number"),
                person == null ? null : new PersonId(person),
                new Participation.Guest(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("organisation"),
                        row.getString("phone"),
                        row.getString("language")),
                new Participation.Course(
                        Participation.State.of(row.getString("state")),
                        row.getString("way"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        Sql.moment(row, "confirmed_at"),
                        Sql.moment(row, "confirm_by"),
                        Sql.moment(row, "ended_at"),
                        row.getString("ended_by"),
                        Sql.moment(row, "attended_at")),
                Participation.Told.NOTHING);
    }
}
