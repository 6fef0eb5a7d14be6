package fi.seloste.register;

import fi.seloste.base.AccountId;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of notes. */
@Component
class Notes {

    private static final String NOTE = """
            select n.note_id, n.version, n.kind, n.text, n.at, n.due_on, n.done_at, n.pinned_at, n.written_by, n.written_by_name, n.person_id,
                   n.organisation_id
              from register.note n
            """;

    private final JdbcClient jdbc;

    Notes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Held(Note note, Party party) {}

    boolean add(UUID id, Party party, Note.New note, @Nullable AccountId owner, By by) {
        return jdbc.sql("""
                        insert into register.note
                               (note_id, person_id, standing, organisation_id, kind, text, at, due_on, written_by, written_by_name, owner_by,
                                created_at)
                        select :id, p.person_id, p.standing, :organisation::uuid, :kind, :text, :at, :dueOn::date, :writtenBy::uuid, :writtenByName,
                               :owner::uuid, :now
                          from (values (1)) one
                          left join register.person p on p.person_id = :person::uuid
                         where :person::uuid is null or p.person_id is not null""")
                        .param("id", id)
                        .param("person", party.personId())
                        .param("organisation", party.organisationId())
                        .param("kind", note.kind().code())
                        .param("text", note.text())
                        .param("at", Sql.at(note.at() == null ? by.at() : note.at()))
                        .param("dueOn", note.dueOn())
                        .param("writtenBy", by.actor().staff())
                        .param("writtenByName", by.actor().name())
                        .param("owner", owner == null ? null : owner.value())
                        .param("now", Sql.at(by.at()))
                        .update()
                == 1;
    }

    boolean change(UUID id, String text, @Nullable LocalDate dueOn, int version) {
        return jdbc.sql("""
                        update register.note
                           set text = :text, due_on = :dueOn::date, version = version + 1
                         where note_id = :id and version = :version""")
                        .param("text", text)
                        .param("dueOn", dueOn)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    void done(UUID id, @Nullable Instant at) {
        jdbc.sql("update register.note set done_at = :at::timestamptz, version = version + 1 where note_id = :id")
                .param("at", Sql.at(at))
                .param("id", id)
                .update();
    }

    void pinned(UUID id, @Nullable Instant at) {
        jdbc.sql("update register.note set pinned_at = :at::timestamptz, version = version + 1 where note_id = :id")
                .param("at", Sql.at(at))
                .param("id", id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from register.note where note_id = :id")
                .param("id", id)
                .update();
    }

    Optional<Held> find(UUID id) {
        return jdbc.sql(NOTE + "where n.note_id = :id")
                .param("id", id)
                .query((rs, n) -> held(rs))
                .optional();
    }

    List<Note> of(Collection<UUID> ids) {
        return jdbc.sql(NOTE + "where n.note_id = any(:ids::uuid[])")
                .param("ids", ids.toArray(UUID[]::new))
                .query((rs, n) -> held(rs).note())
                .list();
    }

    List<Note> pinnedOf(Party party) {
        return jdbc.sql(NOTE
                        + "where n.%s = :party and n.pinned_at is not null order by n.pinned_at desc limit 20"
                                .formatted(party.entity() + "_id"))
                .param("party", party.id())
                .query((rs, n) -> held(rs).note())
                .list();
    }

    List<Note> openTasksOf(Party party) {
        return jdbc.sql(NOTE + """
                         where n.%s = :party and n.kind = 'task' and n.done_at is null
                         order by n.due_on nulls last, n.note_id
                         limit 50""".formatted(party.entity() + "_id"))
                .param("party", party.id())
                .query((rs, n) -> held(rs).note())
                .list();
    }

    /** Those that were given to somebody else are that one's. */
    List<Held> openTasksOf(AccountId account, int limit) {
        return jdbc.sql(NOTE + """
                         where n.kind = 'task' and n.done_at is null and coalesce(n.owner_by, n.written_by) = :account
                         order by n.due_on nulls last, n.note_id
                         limit :limit""")
                .param("account", account.value())
                .param("limit", limit)
                .query((rs, n) -> held(rs))
                .list();
    }

    private static Held held(ResultSet rs) throws SQLException {
        var row = new Result(rs);
        var writer = row.maybeId("written_by");
        var note = new Note(
                row.id("note_id"),
                row.number("version"),
                Note.Kind.of(row.text("kind")),
                row.text("text"),
                row.at("at"),
                row.maybeOn("due_on"),
                row.maybeAt("done_at"),
                row.maybeAt("pinned_at"),
                writer == null ? null : new AccountId(writer),
                row.text("written_by_name"));
        var person = row.maybeId("person_id");
        return new Held(
                note,
                person == null
                        ? Party.of(new OrganisationId(row.id("organisation_id")))
                        : Party.of(new PersonId(person)));
    }
}
