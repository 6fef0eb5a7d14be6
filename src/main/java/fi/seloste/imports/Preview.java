package fi.seloste.imports;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.evidence.Evidence;
import fi.seloste.intake.Fault;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The door to what waits in a file: its people by what would become of them, and what is wrong with it. */
@Component
public class Preview {

    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final FaultLog faults;
    private final Evidence evidence;

    Preview(JdbcClient jdbc, FaultLog faults, Evidence evidence) {
        this.jdbc = jdbc;
        this.faults = faults;
        this.evidence = evidence;
    }

    /** What the rows of a list have in common. */
    public enum Kind {
        NEW("r.outcome = 'new'"),
        CHANGED("r.outcome = 'changed'"),
        UNCHANGED("r.outcome = 'unchanged'"),
        BANNED("(r.banned or r.barred) and r.outcome in ('new', 'changed', 'unchanged')"),
        RESTRICTED("r.outcome = 'restricted'"),
        ASKING("r.erased_at is not null");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A person or organisation of the file. */
    public record Row(
            long line,
            String name,
            @Nullable String organisation,
            List<String> reaches,
            @Nullable PersonId person,
            @Nullable Instant erasedAt) {}

    /** A value that the register has otherwise. */
    public record Difference(long line, String field, String was, String became) {}

    @As(Purpose.CUSTOMER)
    public List<Row> rows(ImportId id, Kind kind, long after, Actor actor) {
        var rows = jdbc.sql("""
                        select r.line, r.name, f.name as organisation, r.reaches, r.person_id, r.erased_at
                          from imports.row r
                          left join imports.firm f on f.import_id = r.import_id and f.firm = r.firm and r.is_person
                         where r.import_id = :id and r.line > :after and %s
                         order by r.line
                         limit :limit""".formatted(kind.condition))
                .param("id", id.value())
                .param("after", after)
                .param("limit", PAGE + 1)
                .query((rs, n) -> row(rs))
                .list();
        evidence.consulted(
                actor,
                Evidence.How.LIST,
                rows.stream().map(Row::person).filter(Objects::nonNull).toList());
        return rows;
    }

    /** Where the file and the register disagree, for these lines. */
    @As(Purpose.CUSTOMER)
    public List<Difference> differences(ImportId id, List<Row> rows) {
        return jdbc.sql("""
                        select r.line, v.field, v.was, v.became
                          from imports.row r
                          join register.person p on p.person_id = r.person_id
                         cross join lateral (values ('name', p.name, case when r.named then r.name end), ('job-title', p.job_title, r.job_title),
                                                    ('department', p.department, r.department), ('language', p.language, r.language))
                               as v (field, was, became)
                         where r.import_id = :id and r.line = any(:lines) and r.differs and lower(v.was) <> lower(v.became)
                         order by r.line""")
                .param("id", id.value())
                .param("lines", rows.stream().map(Row::line).toArray(Long[]::new))
                .query(Difference.class)
                .list();
    }

    @As(Purpose.CUSTOMER)
    public List<Fault> faults(ImportId id, long after, int limit) {
        return faults.of(id, after, limit);
    }

    private static Row row(ResultSet rs) throws SQLException {
        var person = rs.getObject("person_id", UUID.class);
        var erased = rs.getTimestamp("erased_at");
        return new Row(
                rs.getLong("line"),
                rs.getString("name"),
                rs.getString("organisation"),
                texts(rs.getArray("reaches")),
                person == null ? null : new PersonId(person),
                instant(erased));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
