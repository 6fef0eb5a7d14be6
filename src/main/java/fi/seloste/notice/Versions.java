package fi.seloste.notice;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published notices, in whatever purpose is running: everybody may read what is public. */
@Component
class Versions {

    private static final String COLUMNS =
            "version_id, number, sha256, note, material, findings, effective_on, published_at,"
                    + " published_by_kind, published_by";

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which one is in force: one look into an index, so it may be asked often. */
    Optional<UUID> newestId() {
        return jdbc.sql("select version_id from notice.version order by number desc limit 1")
                .query(UUID.class)
                .optional();
    }

    Optional<Version> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from notice.version where version_id = :id")
                .param("id", id)
                .query(Versions::version)
                .optional();
    }

    Optional<Version> find(int number) {
        return jdbc.sql("select " + COLUMNS + " from notice.version where number = :number")
                .param("number", number)
                .query(Versions::version)
                .optional();
    }

    List<Version> newestFirst() {
        return jdbc.sql("select " + COLUMNS + " from notice.version order by number desc")
                .query(Versions::version)
                .list();
    }

    /** The text as it was published, byte for byte. */
    String text(UUID id) {
        return jdbc.sql("select declaration from notice.version where version_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    Declaration declaration(Version version) {
        var content = text(version.id()).getBytes(StandardCharsets.UTF_8);
        return DeclarationReader.read("version " + version.number(), content).declaration();
    }

    /** One publishes at a time; the others wait until it has committed. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(7356786)").query().listOfRows();
    }

    int add(Edition.Next next, Version.Published published) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from notice.version")
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into notice.version (version_id, number, declaration, sha256, note, material, findings, effective_on,
                                                    published_at, published_by_kind, published_by)
                        values (:id, :number, :declaration, :sha256, :note, :material, :findings, :effective, :at, :kind, :by)""")
                .param("id", Ids.next())
                .param("number", number)
                .param("declaration", next.text())
                .param("sha256", NoticeJson.sha256(next.declaration()))
                .param("note", next.note())
                .param("material", next.material())
                .param("findings", next.findings())
                .param("effective", published.effectiveOn())
                .param("at", Sql.at(published.at()))
                .param("kind", published.byKind().name().toLowerCase(java.util.Locale.ROOT))
                .param("by", published.by())
                .update();
        return number;
    }

    private static Version version(ResultSet row, int at) throws SQLException {
        return new Version(
                row.getObject("version_id", UUID.class),
                row.getInt("number"),
                new Version.Published(
                        row.getTimestamp("published_at").toInstant(),
                        row.getObject("effective_on", LocalDate.class),
                        Actor.Kind.valueOf(row.getString("published_by_kind").toUpperCase(java.util.Locale.ROOT)),
                        row.getObject("published_by", UUID.class)),
                new Version.Judged(
                        row.getString("note"),
                        row.getBoolean("material"),
                        row.getInt("findings"),
                        row.getString("sha256")));
    }
}
