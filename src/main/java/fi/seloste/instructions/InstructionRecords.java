package fi.seloste.instructions;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.store.Purpose;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of instructions and their editions. */
@Component
class InstructionRecords {

    private static final String SELECT = """
            select i.instruction_id, i.for_purposes, i.withdrawn_at, n.edition_id, n.number, n.title, n.text, n.material, n.published_at,
                   m.number as asking_number, m.published_at as asking_since
              from instructions.instruction i
             cross join lateral (select e.edition_id, e.number, e.title, e.text, e.material, e.published_at
                                   from instructions.edition e
                                  where e.instruction_id = i.instruction_id
                                  order by e.number desc
                                  limit 1) n
             cross join lateral (select e.number, e.published_at
                                   from instructions.edition e
                                  where e.instruction_id = i.instruction_id and e.material
                                  order by e.number desc
                                  limit 1) m
            """;

    private final JdbcClient jdbc;

    InstructionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first; those withdrawn last. */
    List<Instruction> list() {
        return jdbc.sql(SELECT + "order by (i.withdrawn_at is not null), n.published_at desc, i.instruction_id")
                .query((row, n) -> instruction(row))
                .list();
    }

    List<Instruction> inForce() {
        return jdbc.sql(SELECT + "where i.withdrawn_at is null order by m.published_at, i.instruction_id")
                .query((row, n) -> instruction(row))
                .list();
    }

    Optional<Instruction> find(UUID id) {
        return jdbc.sql(SELECT + "where i.instruction_id = :id")
                .param("id", id)
                .query((row, n) -> instruction(row))
                .optional();
    }

    /** Nobody else changes it until the transaction ends. */
    boolean hold(UUID id) {
        return jdbc.sql("select instruction_id from instructions.instruction where instruction_id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** All editions, the newest first. */
    List<Instruction.Edition> editions(UUID instruction) {
        return jdbc.sql("""
                        select edition_id, number, title, text, material, published_at
                          from instructions.edition
                         where instruction_id = :id
                         order by number desc""")
                .param("id", instruction)
                .query((row, n) -> edition(row))
                .list();
    }

    UUID add(List<Purpose> purposes, Instant now) {
        var id = Ids.next();
        jdbc.sql(
                        "insert into instructions.instruction (instruction_id, for_purposes, made_at) values (:id, :purposes, :now)")
                .param("id", id)
                .param("purposes", codes(purposes))
                .param("now", Sql.at(now))
                .update();
        return id;
    }

    void setPurposes(UUID id, List<Purpose> purposes) {
        jdbc.sql("update instructions.instruction set for_purposes = :purposes where instruction_id = :id")
                .param("purposes", codes(purposes))
                .param("id", id)
                .update();
    }

    void addEdition(UUID instruction, Instruction.Edition edition, Actor actor) {
        jdbc.sql("""
                        insert into instructions.edition
                               (edition_id, instruction_id, number, title, text, material, published_at, published_by)
                        values (:id, :instruction, :number, :title, :text, :material, :at, :by::uuid)""")
                .param("id", edition.id())
                .param("instruction", instruction)
                .param("number", edition.number())
                .param("title", edition.title())
                .param("text", edition.text())
                .param("material", edition.material())
                .param("at", Sql.at(edition.publishedAt()))
                .param("by", actor.staff())
                .update();
    }

    void withdrawn(UUID id, Instant now) {
        jdbc.sql("update instructions.instruction set withdrawn_at = :now where instruction_id = :id")
                .param("now", Sql.at(now))
                .param("id", id)
                .update();
    }

    private static String[] codes(List<Purpose> purposes) {
        return Sql.array(purposes.stream().map(Purpose::code).toList());
    }

    private static Instruction instruction(ResultSet row) throws SQLException {
        return new Instruction(
                row.getObject("instruction_id", UUID.class),
                Arrays.stream((String[]) row.getArray("for_purposes").getArray())
                        .map(Purpose::of)
                        .toList(),
                edition(row),
                new Instruction.Asking(row.getInt("asking_number"), at(row, "asking_since")),
                maybeAt(row, "withdrawn_at"));
    }

    private static Instruction.Edition edition(ResultSet row) throws SQLException {
        return new Instruction.Edition(
                row.getObject("edition_id", UUID.class),
                row.getInt("number"),
                row.getString("title"),
                row.getString("text"),
                row.getBoolean("material"),
                at(row, "published_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybeAt(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
