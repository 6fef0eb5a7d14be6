package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of merges; the moving itself is the database's, over the tables of every module. */
@Component
class Merges {

    private static final String MERGE = """
            select m.merge_id, m.person_id, m.organisation_id, m.gone_id, m.merged_at, m.merged_by_name, m.undo_until, m.undone_at, m.undo,
                   m.undo::jsonb -> 'gone' ->> 'name' as gone_name
              from register.merge m
            """;

    private final JdbcClient jdbc;

    Merges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A merge to be made. */
    record Row(UUID id, UUID kept, UUID gone, Instant at, LocalDate undoUntil, Actor actor) {}

    /** A merge that was made; the undo is what the database needs to take it back. */
    record Made(Merging.Merge merge, Party kept, @Nullable String undo) {}

    void people(Row row) {
        merge("select register.merge_people(:id, :kept, :gone, :at, :until, :by::uuid, :byName)", row);
    }

    void organisations(Row row) {
        merge("select register.merge_organisations(:id, :kept, :gone, :at, :until, :by::uuid, :byName)", row);
    }

    private void merge(String sql, Row row) {
        Refusal.translated(() -> jdbc.sql(sql)
                .param("id", row.id())
                .param("kept", row.kept())
                .param("gone", row.gone())
                .param("at", Sql.at(row.at()))
                .param("until", row.undoUntil())
                .param("by", row.actor().staff())
                .param("byName", row.actor().name())
                .query()
                .listOfRows());
    }

    void part(Made made, Instant at) {
        var act = made.kept().person() == null ? "part_organisations" : "part_people";
        jdbc.sql("select register.%s(:id, :at)".formatted(act))
                .param("id", made.merge().id())
                .param("at", Sql.at(at))
                .query()
                .listOfRows();
    }

    /** Each of the two is banned by organisations as its own addresses say, whatever the other's were. */
    void settle(PersonId kept, PersonId gone, LocalDate today) {
        jdbc.sql("select register.settle_bans(array[:kept, :gone]::uuid[], :today)")
                .param("kept", kept.value())
                .param("gone", gone.value())
                .param("today", today)
                .query()
                .listOfRows();
    }

    /** In the tables that the running purpose may read: even a number tells that there is something in the others. */
    List<Merging.Moved> rowsOf(Party party) {
        return jdbc.sql("""
                        select r.relation, r.rows
                          from register.rows_of_%s(:id) r
                         where has_any_column_privilege(r.relation, 'select')
                         order by r.relation""".formatted(party.entity()))
                .param("id", party.id())
                .query(Merging.Moved.class)
                .list();
    }

    Optional<Made> find(UUID id) {
        return jdbc.sql(MERGE + "where m.merge_id = :id")
                .param("id", id)
                .query((rs, n) -> made(rs))
                .optional();
    }

    /** Newest first. */
    List<Made> of(Party party) {
        return jdbc.sql(MERGE
                        + "where m.%s_id = :party order by m.merged_at desc, m.merge_id desc".formatted(party.entity()))
                .param("party", party.id())
                .query((rs, n) -> made(rs))
                .list();
    }

    /** What was kept for an undo goes when nobody may undo any more. */
    int forget(LocalDate today) {
        return jdbc.sql("update register.merge set undo = null where undo is not null and undo_until < :today")
                .param("today", today)
                .update();
    }

    private static Made made(ResultSet rs) throws SQLException {
        var row = new Result(rs);
        var person = row.maybeId("person_id");
        var merge = new Merging.Merge(
                row.id("merge_id"),
                row.id("gone_id"),
                row.maybe("gone_name"),
                row.at("merged_at"),
                row.text("merged_by_name"),
                row.on("undo_until"),
                row.maybeAt("undone_at"));
        var kept = person == null
                ? Party.of(new OrganisationId(row.id("organisation_id")))
                : Party.of(new PersonId(person));
        return new Made(merge, kept, row.maybe("undo"));
    }
}
