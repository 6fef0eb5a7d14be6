package fi.seloste.imports;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.imports.Import.State;
import fi.seloste.intake.Mapping;
import fi.seloste.register.Source;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of imports as such: their states, counts and choices. */
@Component
class ImportBook {

    private static final String IMPORT = """
            select i.import_id, i.state, i.file_name, i.file_bytes, i.file_kept, i.mapping, i.source, i.source_detail, i.differing, i.given,
                   i.progress, i.staged, i.attempts, i.rows_read, i.new_rows, i.changed_rows, i.unchanged_rows, i.banned_rows, i.refused_rows,
                   i.restricted_rows, i.asking_rows, i.joined_rows, i.rejected_rows, i.fault_count, i.failure, i.failure_arguments,
                   i.created_at, i.created_by_kind, i.created_by, i.created_by_name, i.committed_at, i.undo_asked_at, i.undone_at
              from imports.import i
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(ImportId id, Import.Content content, Actor actor) {
        jdbc.sql("""
                        insert into imports.import
                               (import_id, state, file_name, file_bytes, fingerprint, mapping, created_at, created_by_kind, created_by, created_by_name)
                        values (:id, 'mapping', :name, :bytes, :fingerprint, :mapping, :now, :kind, :by, :byName)""")
                .param("id", id.value())
                .param("name", content.name())
                .param("bytes", content.bytes())
                .param("fingerprint", content.mapping().fingerprint())
                .param("mapping", content.mapping().serialised())
                .param("now", Sql.at(clock.instant()))
                .param("kind", actor.kind().name().toLowerCase(Locale.ROOT))
                .param("by", actor.id())
                .param("byName", actor.name())
                .update();
    }

    Import get(ImportId id) {
        return find(id, "").orElseThrow(() -> Problem.notFound("import"));
    }

    /** Nobody else changes its state until this transaction ends. */
    Import lock(ImportId id) {
        return find(id, " for update of i").orElseThrow(() -> Problem.notFound("import"));
    }

    private Optional<Import> find(ImportId id, String locking) {
        return jdbc.sql(IMPORT + "where i.import_id = :id" + locking)
                .param("id", id.value())
                .query((rs, n) -> entry(rs))
                .optional();
    }

    List<Import> newest(@Nullable UUID after, int limit) {
        return jdbc.sql(IMPORT + """
                        where :after::uuid is null
                           or (i.created_at, i.import_id)
                              < (select l.created_at, l.import_id from imports.import l where l.import_id = :after::uuid)
                        order by i.created_at desc, i.import_id desc
                        limit :limit""")
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> entry(rs))
                .list();
    }

    /** Files whose columns are to be named, or whose preview is to be looked at. */
    int waiting() {
        return jdbc.sql("select count(*) from imports.import where state in ('mapping', 'preview')")
                .query(Integer.class)
                .single();
    }

    List<Import> waiting(int limit) {
        return jdbc.sql(IMPORT + """
                        where i.state in ('mapping', 'preview')
                        order by i.created_at desc, i.import_id desc
                        limit :limit""")
                .param("limit", limit)
                .query((rs, n) -> entry(rs))
                .list();
    }

    void decide(ImportId id, Mapping mapping, Sourcing sourcing) {
        jdbc.sql("""
                        update imports.import
                           set state = 'reading', mapping = :mapping, source = :source, source_detail = :detail, progress = 0, staged = 0,
                               attempts = 0, given = false, differing = 'keep'
                         where import_id = :id""")
                .param("id", id.value())
                .param("mapping", mapping.serialised())
                .param("source", sourcing.source().code())
                .param("detail", sourcing.detail())
                .update();
    }

    void choose(ImportId id, Import.Choices choices) {
        jdbc.sql("update imports.import set differing = :differing, given = :given where import_id = :id")
                .param("id", id.value())
                .param("differing", choices.update() ? "update" : "keep")
                .param("given", choices.given())
                .update();
    }

    /** The next state, with a clean slate of attempts. */
    void to(State state, ImportId id) {
        jdbc.sql(
                        "update imports.import set state = :state, progress = 0, attempts = 0, run_id = null where import_id = :id")
                .param("id", id.value())
                .param("state", state.code())
                .update();
    }

    void committed(ImportId id) {
        jdbc.sql(
                        "update imports.import set state = 'committed', progress = 100, committed_at = :now where import_id = :id")
                .param("id", id.value())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    void undone(ImportId id) {
        jdbc.sql("update imports.import set state = 'undone', progress = 100, undone_at = :now where import_id = :id")
                .param("id", id.value())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    void askUndo(ImportId id) {
        jdbc.sql("update imports.import set undo_asked_at = :now where import_id = :id")
                .param("id", id.value())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    void fail(ImportId id, String key, List<String> arguments) {
        jdbc.sql("""
                        update imports.import
                           set state = 'failed', failure = :key, failure_arguments = :arguments
                         where import_id = :id and state in ('mapping', 'reading', 'committing')""")
                .param("id", id.value())
                .param("key", key)
                .param("arguments", Sql.array(arguments))
                .update();
    }

    /** A new try; false where the import is no longer in the state that the work is for. */
    boolean begin(ImportId id, State state, UUID run) {
        return jdbc.sql("""
                        update imports.import
                           set run_id = :run, attempts = attempts + 1
                         where import_id = :id and state = :state""")
                        .param("id", id.value())
                        .param("run", run)
                        .param("state", state.code())
                        .update()
                == 1;
    }

    /** How far this run has come; false where another run has taken over. */
    boolean reached(ImportId id, UUID run, int percent, int staged) {
        return jdbc.sql("""
                        update imports.import
                           set progress = :percent, staged = :staged
                         where import_id = :id and run_id = :run and state in ('reading', 'committing')""")
                        .param("id", id.value())
                        .param("run", run)
                        .param("percent", percent)
                        .param("staged", staged)
                        .update()
                == 1;
    }

    void percent(ImportId id, int percent) {
        jdbc.sql("update imports.import set progress = :percent where import_id = :id")
                .param("id", id.value())
                .param("percent", percent)
                .update();
    }

    void tally(ImportId id, Tally tally) {
        jdbc.sql("""
                        update imports.import
                           set rows_read = :rows, joined_rows = :joined, rejected_rows = :rejected, fault_count = :faults, refused_rows = 0
                         where import_id = :id""")
                .param("id", id.value())
                .param("rows", tally.rows())
                .param("joined", tally.joined())
                .param("rejected", tally.rejected())
                .param("faults", tally.faults())
                .update();
    }

    /** What the reading counted. */
    record Tally(int rows, int joined, int rejected, int faults) {}

    void fileGone(ImportId id) {
        jdbc.sql("update imports.import set file_kept = false where import_id = :id")
                .param("id", id.value())
                .update();
    }

    /** Imports whose file or staged rows have outlived their time. */
    List<ImportId> expired(Instant before) {
        return jdbc.sql("""
                        select i.import_id
                          from imports.import i
                         where i.file_kept and i.created_at < :before and i.state in ('mapping', 'preview', 'failed', 'committed', 'undone')""")
                .param("before", Sql.at(before))
                .query((rs, n) -> new ImportId(rs.getObject(1, UUID.class)))
                .list();
    }

    private static Import entry(ResultSet rs) throws SQLException {
        var source = rs.getString("source");
        return new Import(
                new ImportId(rs.getObject("import_id", UUID.class)),
                State.of(rs.getString("state")),
                new Import.Content(
                        rs.getString("file_name"),
                        rs.getLong("file_bytes"),
                        rs.getBoolean("file_kept"),
                        Mapping.parse(rs.getString("mapping"))),
                source == null ? null : new Sourcing(Source.of(source), rs.getString("source_detail")),
                new Import.Choices(rs.getString("differing").equals("update"), rs.getBoolean("given")),
                counts(rs),
                new Import.Progress(
                        rs.getInt("progress"),
                        rs.getInt("staged"),
                        rs.getInt("attempts"),
                        rs.getTimestamp("undo_asked_at") != null
                                && rs.getString("state").equals("committed")),
                failure(rs),
                new Actor(
                        Actor.Kind.valueOf(rs.getString("created_by_kind").toUpperCase(Locale.ROOT)),
                        rs.getObject("created_by", UUID.class),
                        rs.getString("created_by_name")),
                new Import.Times(
                        rs.getTimestamp("created_at").toInstant(),
                        instant(rs.getTimestamp("committed_at")),
                        instant(rs.getTimestamp("undone_at"))));
    }

    private static Import.Counts counts(ResultSet rs) throws SQLException {
        return new Import.Counts(
                rs.getInt("rows_read"),
                rs.getInt("new_rows"),
                rs.getInt("changed_rows"),
                rs.getInt("unchanged_rows"),
                rs.getInt("banned_rows"),
                rs.getInt("refused_rows"),
                rs.getInt("restricted_rows"),
                rs.getInt("asking_rows"),
                rs.getInt("joined_rows"),
                rs.getInt("rejected_rows"),
                rs.getInt("fault_count"));
    }

    private static Import.Failure failure(ResultSet rs) throws SQLException {
        var key = rs.getString("failure");
        return new Import.Failure(key == null ? "" : key, List.of((String[])
                rs.getArray("failure_arguments").getArray()));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
