package fi.seloste.backup;

import fi.seloste.installation.DataFolder;
import fi.seloste.installation.PrivateFile;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Trouble;
import fi.seloste.store.Foundation;
import fi.seloste.store.Migrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes everything but the keys into one file, as it was at one moment, while the house goes on. What is in the file is read as a stream, so
 * that a large register needs no more memory than a small one.
 */
public final class Backup {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    private final Source source;
    private final Clock clock;

    public Backup(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** What was written. Missing are files that a row names and that are not there, or are not as they were kept. */
    public record Written(Path file, long tables, long rows, long files, List<String> missing) {}

    /** Into a file that is not there yet, or under a name of its own into a folder. */
    public Written write(Path asked, Terminal terminal) {
        var file = target(asked);
        Foundation.of(source.address()).refuseUnfinished();
        try (var snapshot = Snapshot.of(source.address());
                var writer = new ArchiveWriter(file)) {
            var files = new KeptFiles(source.folder().blobs(), writer);
            settings(writer);
            tables(snapshot, writer, terminal);
            files.write(snapshot, terminal);
            var manifest = manifest(snapshot, writer);
            writer.finish(manifest, source.keys());
            return new Written(file, manifest.tables().size(), manifest.rows(), files.count(), files.missing());
        } catch (SQLException e) {
            throw new Trouble("The backup was not made: the database says " + e.getMessage(), e);
        }
    }

    private Path target(Path asked) {
        var file = asked.toAbsolutePath().normalize();
        if (Files.isDirectory(file)) {
            var moment = DAY_AND_TIME.format(clock.instant().atZone(ZoneOffset.UTC));
            file = file.resolve("seloste-" + moment + ".zip");
        }
        if (Files.exists(file)) {
            throw new Trouble("The file " + file + " is there already, and a backup overwrites nothing. Name another.");
        }
        var above = file.getParent();
        if (above == null || !Files.isDirectory(above)) {
            throw new Trouble("There is no folder " + above + " for the backup. Make it, or name another.");
        }
        return file;
    }

    private void settings(ArchiveWriter writer) {
        var register = source.folder().keyRegister();
        if (Files.exists(register)) {
            writer.add(Manifest.KEY_REGISTER, PrivateFile.read(register) + "\n");
        }
        var settings = source.folder().root().resolve("seloste.properties");
        if (Files.exists(settings)) {
            writer.add(Manifest.SETTINGS, withoutSecrets(PrivateFile.read(settings)));
        }
    }

    /** Passwords stay where they are: a backup travels. */
    private static String withoutSecrets(String settings) {
        return settings.lines().map(Backup::withoutSecret).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String withoutSecret(String line) {
        var name = line.strip().split("[\\s=:]", 2)[0];
        return Setting.named(name).filter(Setting::secret).isPresent()
                ? "# " + name + " is a secret, and no backup keeps it"
                : line;
    }

    private static void tables(Snapshot snapshot, ArchiveWriter writer, Terminal terminal) throws SQLException {
        snapshot.tables().mustAllBeSeen();
        terminal.begin("Tables");
        for (var table : snapshot.tables().kept()) {
            terminal.tick(table.table());
            writer.add(Manifest.ofTable(table.table()), table.names(), out -> snapshot.copy(table, out));
        }
        long rows = writer.parts().stream().mapToLong(Manifest.Part::rows).sum();
        terminal.done(Terminal.number(rows) + " rows");
    }

    private Manifest manifest(Snapshot snapshot, ArchiveWriter writer) throws SQLException {
        var origin = new Manifest.Origin(
                source.product(),
                clock.instant(),
                DataFolder.isDemo(source.folder().root()));
        var schema = Migrations.of(source.address()).applied();
        return new Manifest(Manifest.FORMAT, origin, schema, snapshot.journal(), writer.parts());
    }
}
