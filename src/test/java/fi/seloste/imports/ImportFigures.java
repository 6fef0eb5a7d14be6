package fi.seloste.imports;

import fi.seloste.App;
import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Keys;
import fi.seloste.installation.Settings;
import fi.seloste.postgres.PostgresServer;
import fi.seloste.postgres.Tuning;
import fi.seloste.register.Source;
import fi.seloste.store.Address;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Measures an import, its repetition and its undo on a durable database, and raw COPY of the very rows that it brought into tables with
 * the same keys and indexes. Argument: how many rows.
 */
final class ImportFigures {

    private static final List<String> TABLES =
            List.of("organisation", "person", "contact_point", "affiliation", "person_tag", "change");

    private final ConfigurableApplicationContext context;
    private final Purposes purposes;
    private final JdbcClient jdbc;
    private final Imports imports;
    private final Working working;

    private ImportFigures(ConfigurableApplicationContext context) {
        this.context = context;
        this.purposes = context.getBean(Purposes.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.imports = context.getBean(Imports.class);
        this.working = context.getBean(Working.class);
    }

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        var folder = Files.createTempDirectory(Path.of("target"), "figures");
        var server = PostgresServer.start(folder.resolve("cluster"), Tuning.PRODUCTION);
        try (var context = start(folder, server)) {
            new ImportFigures(context).measure(rows, folder);
        } finally {
            server.stop();
        }
    }

    private static ConfigurableApplicationContext start(Path folder, PostgresServer server) {
        var access = server.database("seloste");
        return new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.NONE)
                .properties("seloste.jobs=off", "logging.level.root=warn")
                .initializers(context -> {
                    var beans = context.getBeanFactory();
                    beans.registerSingleton("settings", Settings.of(Map.of(), Map.of()));
                    beans.registerSingleton("dataFolder", DataFolder.open(folder.resolve("data")));
                    beans.registerSingleton("keys", Keys.passing());
                    beans.registerSingleton(
                            "address",
                            new Address(
                                    access.url(),
                                    access.user(),
                                    access.password(),
                                    "figures".getBytes(StandardCharsets.UTF_8)));
                    beans.registerSingleton("clock", Clock.systemUTC());
                })
                .run();
    }

    private void measure(int rows, Path folder) throws Exception {
        var file = write(rows, folder.resolve("list.csv"));
        var first = imported(file, "import", rows);
        var raw = raw(folder, rows);
        imported(file, "the same again", rows);
        var start = System.nanoTime();
        imports.undo(first.id(), Desk.MAIJA);
        context.getBean(Undoing.class).undo(first.id());
        say("undo", rows, start);
        System.out.printf(Locale.ROOT, "FIGURE share of raw COPY: %s%n", raw);
    }

    private double seconds;

    private Import imported(Path file, String what, int rows) {
        var begin = System.nanoTime();
        var entry = imports.bring(
                new Imports.File("list.csv", () -> open(file)),
                new Sourcing(Source.MET_IN_PERSON, null),
                Map.of(),
                Desk.MAIJA);
        say(what + ": received", rows, begin);
        var start = System.nanoTime();
        working.read(entry.id());
        say(what + ": read and matched", rows, start);
        imports.commit(entry.id(), Import.Choices.CAREFUL, Desk.MAIJA);
        start = System.nanoTime();
        working.commit(entry.id());
        say(what + ": committed", rows, start);
        seconds = say(what + ": in all", rows, begin);
        var counts = imports.get(entry.id()).counts();
        System.out.println("FIGURE   " + counts);
        return imports.get(entry.id());
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double say(String what, int rows, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "FIGURE %-40s %8.2f s %10.0f rows/s%n", what, seconds, rows / seconds);
        return seconds;
    }

    /** The same rows into copies of the tables, each with its keys and indexes, without triggers, foreign keys and policies. */
    private String raw(Path folder, int rows) {
        double imported = seconds;
        double taken = 0;
        long copied = 0;
        for (var table : TABLES) {
            var out = folder.resolve(table + ".copy");
            copied += purposes.as(Purpose.OWNER, () -> {
                jdbc.sql("create schema if not exists raw").update();
                jdbc.sql("create table raw.%1$s (like register.%1$s including all)".formatted(table))
                        .update();
                return copyOut(table, out);
            });
            var start = System.nanoTime();
            purposes.as(Purpose.OWNER, () -> copyIn(table, out));
            taken += say("raw COPY of " + table, rows, start);
        }
        System.out.printf(
                Locale.ROOT, "FIGURE raw COPY of %d rows in all: %.2f s, %.0f rows/s%n", copied, taken, copied / taken);
        return "%.0f %%".formatted(taken / imported * 100);
    }

    private long copyOut(String table, Path file) {
        return copy(connection -> {
            try (var out = Files.newOutputStream(file)) {
                return connection
                        .getCopyAPI()
                        .copyOut("copy register.%s to stdout (format binary)".formatted(table), out);
            }
        });
    }

    private long copyIn(String table, Path file) {
        return copy(connection -> {
            try (var in = Files.newInputStream(file)) {
                return connection.getCopyAPI().copyIn("copy raw.%s from stdin (format binary)".formatted(table), in);
            }
        });
    }

    private interface Copying {
        long run(PGConnection connection) throws SQLException, IOException;
    }

    private long copy(Copying work) {
        var dataSource = context.getBean(DataSource.class);
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            return work.run(connection.unwrap(PGConnection.class));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static Path write(int rows, Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("Nimi;Sähköposti;Puhelin;Yritys;Y-tunnus;Tehtävänimike;Katuosoite;Tunnisteet\n");
            for (int i = 0; i < rows; i++) {
                out.write("%s %s;%s.%s%d@yritys%d.example;040 %07d;Yritys %d Oy;;Hankintapäällikkö;;%s\n"
                        .formatted(
                                GIVEN[i % GIVEN.length],
                                FAMILY[(i / 7) % FAMILY.length] + syllable(i),
                                "etunimi",
                                "sukunimi",
                                i,
                                i / 4,
                                i % 10_000_000,
                                i / 4,
                                i % 3 == 0 ? "messut" : ""));
            }
        }
        return file;
    }

    private static final String[] GIVEN = {
        "Ada", "Boris", "Chen", "Päivi", "Åsa", "Jörgen", "Tuomas", "Salla", "Maija", "Ludwig", "Eero"
    };
    private static final String[] FAMILY = {
        "Koski", "Lind", "Mäke", "Virta", "Laine", "Niemi", "Saari", "Heikki", "Öber", "Nyströ", "Salo"
    };

    private static String syllable(int i) {
        var syllables = new String[] {
            "nen", "qvist", "lä", "nieminen", "la", "maa", "berg", "ranta", "järvi", "vuori", "mäki", "oja", "luoto"
        };
        return syllables[(i / 77) % syllables.length]
                + (i / 1001 % 97 == 0 ? "" : syllables[(i / 1001) % syllables.length]);
    }
}
