package fi.seloste.imports;

import fi.seloste.intake.Fault;
import fi.seloste.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was wrong with a file, line by line; SQL. Ten thousand are kept: a file with more has one thing wrong with it. */
@Component
class FaultLog {

    static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    FaultLog(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void clear(ImportId id) {
        jdbc.sql("delete from imports.error where import_id = :id")
                .param("id", id.value())
                .update();
    }

    void add(ImportId id, int number, List<Fault> faults) {
        var rows = new ArrayList<Object[]>();
        for (var fault : faults) {
            rows.add(new Object[] {
                id.value(),
                number + rows.size(),
                fault.line(),
                fault.column(),
                fault.weight().name().toLowerCase(Locale.ROOT),
                fault.key(),
                Sql.array(fault.arguments())
            });
        }
        batches.batchUpdate("""
                        insert into imports.error (import_id, number, line, header, weight, message, arguments)
                        values (?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    /** By line; those that keep a row or a value out come first. */
    List<Fault> of(ImportId id, long after, int limit) {
        return jdbc.sql("""
                        select e.line, e.header, e.weight, e.message, e.arguments
                          from imports.error e
                         where e.import_id = :id
                         order by e.line, e.number
                        offset :after limit :limit""")
                .param("id", id.value())
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> new Fault(
                        rs.getLong("line"),
                        rs.getString("header"),
                        Fault.Weight.valueOf(rs.getString("weight").toUpperCase(Locale.ROOT)),
                        rs.getString("message"),
                        List.of((String[]) rs.getArray("arguments").getArray())))
                .list();
    }

    /** What they quote of the file is forgotten; lines and columns stay. */
    void forgetValues(ImportId id) {
        jdbc.sql("update imports.error set arguments = '{}' where import_id = :id and arguments <> '{}'")
                .param("id", id.value())
                .update();
    }
}
