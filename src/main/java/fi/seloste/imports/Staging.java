package fi.seloste.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** SQL of the staging tables: filled by COPY, emptied when the import is over. */
@Component
class Staging {

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    Staging(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /** Sends rows in the binary format on the running transaction's connection. */
    void copy(String sql, CopyBuffer rows) {
        if (rows.isEmpty()) {
            return;
        }
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            send(copy, rows);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("Rows could not be staged", e));
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static void send(CopyIn copy, CopyBuffer rows) throws SQLException {
        copy.writeToCopy(CopyRow.HEAD, 0, CopyRow.HEAD.length);
        rows.sendTo(copy);
        copy.writeToCopy(CopyRow.END, 0, CopyRow.END.length);
        copy.endCopy();
    }

    void clear(ImportId id) {
        for (var table : List.of("row", "firm_part", "firm")) {
            jdbc.sql("delete from imports.%s where import_id = :id".formatted(table))
                    .param("id", id.value())
                    .update();
        }
    }

    /** What these rows told of their firms stays true. */
    void remove(ImportId id, Collection<Long> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("delete from imports.row where import_id = :id and line = any(:lines)")
                .param("id", id.value())
                .param("lines", lines.toArray(Long[]::new))
                .update();
    }

    int rows(ImportId id) {
        return jdbc.sql("select count(*) from imports.row where import_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** Those fingerprinted under this version of the key: others have to be read again. */
    int rowsUnder(ImportId id, int keyVersion) {
        return jdbc.sql("select count(*) from imports.row where import_id = :id and key_version = :version")
                .param("id", id.value())
                .param("version", keyVersion)
                .query(Integer.class)
                .single();
    }

    /** A firm that had two numbers gets one. */
    void renumber(ImportId id, List<int[]> merged) {
        if (merged.isEmpty()) {
            return;
        }
        for (var table : List.of("row", "firm_part")) {
            jdbc.sql("""
                            update imports.%s x
                               set firm = m.became
                              from unnest(:from::integer[], :to::integer[]) as m (was, became)
                             where x.import_id = :id and x.firm = m.was""".formatted(table))
                    .param("id", id.value())
                    .param("from", merged.stream().map(pair -> pair[0]).toArray(Integer[]::new))
                    .param("to", merged.stream().map(pair -> pair[1]).toArray(Integer[]::new))
                    .update();
        }
    }

    /** What the rows tell of each firm, the first of each kind. */
    void assembleFirms(ImportId id) {
        jdbc.sql("""
                        insert into imports.firm
                               (import_id, firm, own_id, is_new, name, name_folded, business_id, vat_id, website, domain, segment, einvoice_address,
                                einvoice_operator)
                        select p.import_id, p.firm, (array_agg(p.own_id order by p.line))[1], false,
                               coalesce((array_agg(p.name order by p.line) filter (where p.name is not null))[1], min(p.business_id), min(p.vat_id)),
                               coalesce((array_agg(p.name_folded order by p.line) filter (where p.name_folded is not null))[1],
                                        min(p.business_id), min(lower(p.vat_id))),
                               (array_agg(p.business_id order by p.line) filter (where p.business_id is not null))[1],
                               (array_agg(p.vat_id order by p.line) filter (where p.vat_id is not null))[1],
                               (array_agg(p.website order by p.line) filter (where p.website is not null))[1],
                               (array_agg(p.domain order by p.line) filter (where p.domain is not null))[1],
                               (array_agg(p.segment order by p.line) filter (where p.segment is not null))[1],
                               (array_agg(p.einvoice_address order by p.line) filter (where p.einvoice_address is not null))[1],
                               (array_agg(p.einvoice_operator order by p.line) filter (where p.einvoice_operator is not null))[1]
                          from imports.firm_part p
                         where p.import_id = :id
                         group by p.import_id, p.firm""").param("id", id.value()).update();
    }

    /** So that the planner knows what has been staged. */
    void measured() {
        jdbc.sql("select imports.measured()").query().listOfRows();
    }
}
