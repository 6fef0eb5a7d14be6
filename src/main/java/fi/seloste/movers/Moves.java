package fi.seloste.movers;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of moves, their lists and their members. */
@Component
class Moves {

    private static final String SELECT = """
            select move_id, import_id, tool, file_name, people, banned, bounced, said_words, said_where, said_on, attested_by, decided_at, began, ended, left_out,
                   done_at, undone_at
              from movers.move
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Moves(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID add(UUID importId, Export export, String file, Actor actor) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into movers.move (move_id, import_id, tool, file_name, people, banned, bounced, made_at, made_by)
                        values (:id, :import, :tool, :file, :people, :banned, :bounced, :now, :by::uuid)""")
                .param("id", id)
                .param("import", importId)
                .param("tool", export.tool().code())
                .param("file", file)
                .param("people", export.people().size())
                .param("banned", export.banned())
                .param("bounced", export.bounced())
                .param("now", Sql.at(clock.instant()))
                .param("by", actor.staff())
                .update();
        export.lists().forEach((name, counts) -> {
            var list = Ids.next();
            jdbc.sql("""
                            insert into movers.list (list_id, move_id, name, subscribed, ended)
                            values (:id, :move, :name, :subscribed, :ended)""")
                    .param("id", list)
                    .param("move", id)
                    .param("name", name)
                    .param("subscribed", counts[0])
                    .param("ended", counts[1])
                    .update();
            members(list, importId, name, export);
        });
        return id;
    }

    private void members(UUID list, UUID importId, String name, Export export) {
        var on = export.people().stream()
                .filter(one -> !one.isBanned() && !one.hasBounced())
                .flatMap(one -> one.lists().stream()
                        .filter(there -> there.name().equals(name))
                        .map(there -> new Member(one.get("email"), there.hasEnded())))
                .toList();
        jdbc.sql("""
                        insert into movers.member (member_id, list_id, import_id, email, has_ended, made_at)
                        select gen_random_uuid(), :list, :import, m.email, m.ended, :now
                          from unnest(:emails::text[], :ended::boolean[]) as m (email, ended)""")
                .param("list", list)
                .param("import", importId)
                .param("emails", Sql.array(on.stream().map(Member::email).toList()))
                .param("ended", on.stream().map(Member::hasEnded).toArray(Boolean[]::new))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    private record Member(String email, boolean hasEnded) {}

    /** The newest first, after one of them. */
    List<Move> after(@Nullable UUID mark, int limit) {
        return jdbc.sql(SELECT + """
                        where :mark::uuid is null
                           or (made_at, move_id) < (select m.made_at, m.move_id from movers.move m where m.move_id = :mark::uuid)
                        order by made_at desc, move_id desc
                        limit :limit""")
                .param("mark", mark)
                .param("limit", limit)
                .query((row, n) -> move(row))
                .list();
    }

    Optional<Move> find(UUID id) {
        return jdbc.sql(SELECT + "where move_id = :id")
                .param("id", id)
                .query((row, n) -> move(row))
                .optional();
    }

    /** Nobody else goes on with it or takes it back until the transaction ends. */
    Move hold(UUID id) {
        return jdbc.sql(SELECT + "where move_id = :id for update")
                .param("id", id)
                .query((row, n) -> move(row))
                .single();
    }

    Optional<Move> ofImport(UUID importId) {
        return jdbc.sql(SELECT + "where import_id = :import")
                .param("import", importId)
                .query((row, n) -> move(row))
                .optional();
    }

    void become(UUID list, @Nullable UUID topic) {
        jdbc.sql("update movers.list set topic_id = :topic::uuid where list_id = :list")
                .param("list", list)
                .param("topic", topic)
                .update();
    }

    void decide(UUID id, Move.Said said) {
        jdbc.sql("""
                        update movers.move
                           set said_words = :words, said_where = :where, said_on = :on::date, attested_by = :by, decided_at = :now
                         where move_id = :id""")
                .param("id", id)
                .param("words", said.words())
                .param("where", said.where())
                .param("on", said.on())
                .param("by", said.by())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** Somebody who was on a list that becomes a newsletter. */
    record Waiting(UUID memberId, String email, boolean hasEnded) {}

    List<Waiting> waiting(UUID list, int limit) {
        return jdbc.sql("""
                        select member_id, email, has_ended
                          from movers.member
                         where list_id = :list
                         order by member_id
                         limit :limit""")
                .param("list", list)
                .param("limit", limit)
                .query(Waiting.class)
                .list();
    }

    void handled(List<UUID> members) {
        jdbc.sql("delete from movers.member where member_id = any(:ids::uuid[])")
                .param("ids", members.toArray(UUID[]::new))
                .update();
    }

    void forget(UUID id) {
        jdbc.sql("""
                        delete from movers.member
                         where list_id in (select l.list_id from movers.list l where l.move_id = :id)""").param("id", id).update();
    }

    void gave(Move move, PersonId person, UUID consent) {
        jdbc.sql("""
                        insert into movers.given (given_id, move_id, import_id, person_id, consent_id, at)
                        values (:id, :move, :import, :person, :consent, :now)""")
                .param("id", Ids.next())
                .param("move", move.id())
                .param("import", move.importId())
                .param("person", person.value())
                .param("consent", consent)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** A consent that came by a move. */
    record Given(UUID givenId, UUID personId, UUID consentId) {}

    List<Given> given(UUID id) {
        return jdbc.sql(
                        "select given_id, person_id, consent_id from movers.given where move_id = :id order by given_id")
                .param("id", id)
                .query(Given.class)
                .list();
    }

    void takenBack(UUID id) {
        jdbc.sql("delete from movers.given where move_id = :id").param("id", id).update();
        jdbc.sql("update movers.move set undone_at = :now where move_id = :id and undone_at is null")
                .param("id", id)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    void counted(UUID id, int began, int ended, int leftOut) {
        jdbc.sql("""
                        update movers.move
                           set began = began + :began, ended = ended + :ended, left_out = left_out + :leftOut
                         where move_id = :id""")
                .param("id", id)
                .param("began", began)
                .param("ended", ended)
                .param("leftOut", leftOut)
                .update();
    }

    void done(UUID id) {
        jdbc.sql("update movers.move set done_at = :now where move_id = :id and done_at is null and undone_at is null")
                .param("id", id)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    private Move move(ResultSet row) throws SQLException {
        var id = row.getObject("move_id", UUID.class);
        return new Move(
                id,
                row.getObject("import_id", UUID.class),
                Tool.of(row.getString("tool")),
                row.getString("file_name"),
                new Move.Held(row.getInt("people"), row.getInt("banned"), row.getInt("bounced")),
                new Move.Said(
                        row.getString("said_words"),
                        row.getString("said_where"),
                        row.getObject("said_on", LocalDate.class),
                        row.getString("attested_by"),
                        Sql.moment(row, "decided_at")),
                new Move.Outcome(
                        row.getInt("began"),
                        row.getInt("ended"),
                        row.getInt("left_out"),
                        Sql.moment(row, "done_at"),
                        Sql.moment(row, "undone_at")),
                lists(id));
    }

    private List<Move.ListOfTool> lists(UUID move) {
        return jdbc.sql("""
                        select list_id, name, subscribed, ended, topic_id
                          from movers.list
                         where move_id = :move
                         order by subscribed desc, name, list_id""")
                .param("move", move)
                .query((row, n) -> new Move.ListOfTool(
                        row.getObject("list_id", UUID.class),
                        row.getString("name"),
                        row.getInt("subscribed"),
                        row.getInt("ended"),
                        row.getObject("topic_id", UUID.class)))
                .list();
    }
}
