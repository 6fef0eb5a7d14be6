package fi.seloste.bench;

import fi.seloste.Inside;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The very rows that the import brought, by COPY into copies of their tables: each with its keys and indexes, without triggers, foreign
 * keys and policies. What this machine can do at most.
 */
final class RawCopy {

    private static final List<String> TABLES =
            List.of("organisation", "person", "contact_point", "affiliation", "person_tag", "change");

    private final Inside inside;
    private final Purposes purposes;
    private final JdbcClient jdbc;
    private final Figures figures;
    private final Bench.Options options;

    RawCopy(Inside inside, Figures figures, Bench.Options options) {
        this.inside = inside;
        this.purposes = inside.get(Purposes.class);
        this.jdbc = inside.get(JdbcClient.class);
        this.figures = figures;
        this.options = options;
    }

    private interface Copying {
        long run(PGConnection connection) throws SQLException, IOException;
    }

    void measure() {
        double taken = 0;
        long rows = 0;
        for (var table : TABLES) {
            var file = options.folder().resolve(table + ".copy");
            rows += purposes.as(Purpose.OWNER, () -> {
                jdbc.sql("create schema if not exists raw").update();
                jdbc.sql("create table raw.%1$s (like register.%1$s including all)".formatted(table))
                        .update();
                return out(table, file);
            });
            long start = System.nanoTime();
            purposes.as(Purpose.OWNER, () -> in(table, file));
            taken += (System.nanoTime() - start) / 1e9;
            remove(file);
        }
        purposes.as(Purpose.OWNER, () -> jdbc.sql("drop schema raw cascade").update());
        figures.add("raw COPY of the same %,d rows".formatted(rows), Figures.rate(rows, taken));
        figures.add(
                "import, in the same rows",
                String.format(
                        Locale.ROOT,
                        "%,.0f/s, %.0f %% of COPY",
                        rows / figures.imported,
                        taken / figures.imported * 100),
                ">= 20 %");
    }

    private long out(String table, Path file) {
        return copy(connection -> {
            try (var out = Files.newOutputStream(file)) {
                return connection
                        .getCopyAPI()
                        .copyOut("copy register.%s to stdout (format binary)".formatted(table), out);
            }
        });
    }

    private long in(String table, Path file) {
        return copy(connection -> {
            try (var in = Files.newInputStream(file)) {
                return connection.getCopyAPI().copyIn("copy raw.%s from stdin (format binary)".formatted(table), in);
            }
        });
    }

    private long copy(Copying work) {
        var dataSource = inside.get(DataSource.class);
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            return work.run(connection.unwrap(PGConnection.class));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
