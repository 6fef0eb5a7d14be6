package fi.seloste;

import fi.seloste.backup.Backup;
import fi.seloste.backup.Restore;
import fi.seloste.backup.Swap;
import fi.seloste.backup.Terminal;
import fi.seloste.installation.Access;
import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Keys;
import fi.seloste.installation.Settings;
import fi.seloste.installation.Trouble;
import fi.seloste.postgres.PostgresServer;
import fi.seloste.postgres.Tuning;
import fi.seloste.store.Address;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code seloste backup FILE} and {@code seloste restore FILE}. Neither builds the house: a restore comes before there is one. */
record Archiving(Settings settings, PrintStream out) {

    private static final String BACKUP = "Write: seloste backup FILE, or a folder, where it takes a name of its own.";
    private static final String RESTORE =
            "Write: seloste restore FILE [--replace] [--without-journal \"why\"]. With --replace it takes the place of"
                    + " what is there.";

    /** The exit code is 1 where a file that a row names could not be kept. */
    int backup(List<String> words) {
        if (words.size() != 1 || words.getFirst().startsWith("-")) {
            throw new Trouble("'backup' takes the name of one file. " + BACKUP);
        }
        if (!Files.isDirectory(settings.data())) {
            throw new Trouble("There is no data folder " + settings.data() + ". Name the one to be kept with --data.");
        }
        try (Ground ground = Ground.forCommand(settings)) {
            out.println(
                    "Backing up " + ground.folder().root() + (ground.folder().isVisited() ? ", which runs" : ""));
            var written = written(ground, Path.of(words.getFirst()));
            written.missing().forEach(out::println);
            out.println(
                    "Written to " + written.file() + ". It holds personal data and not the keys: keep it closed, keep"
                            + " the keys elsewhere, and keep the journal of rights, which a restore repeats.");
            return written.missing().isEmpty() ? 0 : 1;
        }
    }

    private Backup.Written written(Ground ground, Path file) {
        try {
            return new Backup(ground.source(), Clock.systemUTC()).write(file, Terminal.of(out));
        } catch (RuntimeException e) {
            throw Collapse.of(e, settings, ground.folder());
        }
    }

    int restore(List<String> words) {
        var wish = Wish.of(words);
        var made = Restore.isOfDemo(wish.file());
        try (DataFolder folder = DataFolder.open(settings.data(), settings.demo() || made);
                Restore restore = Restore.of(wish.file(), folder, settings, Terminal.of(out))) {
            out.println("Restoring " + wish.file() + " into " + folder.root());
            Keys keys = restore.keys();
            restore.examine(wish.reason());
            load(folder, restore, keys, wish);
        }
        return new House(settings).settle(out);
    }

    private void load(DataFolder folder, Restore restore, Keys keys, Wish wish) {
        Access external = settings.database();
        try {
            if (external == null) {
                own(folder, restore, keys, wish);
            } else {
                into(folder, Ground.address(external, keys), restore, wish);
            }
        } catch (RuntimeException e) {
            throw Collapse.of(e, settings, folder);
        }
    }

    private void own(DataFolder folder, Restore restore, Keys keys, Wish wish) {
        if (PostgresServer.isPresentIn(folder.cluster())) {
            mayReplace(folder.root().toString(), wish);
        }
        Swap swap = Swap.in(folder);
        try (PostgresServer server = PostgresServer.start(swap.begin(), Tuning.PRODUCTION)) {
            restore.load(Ground.address(server.database(Ground.DATABASE), keys), swap.besides());
        }
        swap.end();
    }

    private void into(DataFolder folder, Address address, Restore restore, Wish wish) {
        if (Restore.isOccupied(address)) {
            mayReplace(address.url(), wish);
        }
        restore.load(address, folder.root());
    }

    private static void mayReplace(String where, Wish wish) {
        if (wish.replace()) {
            return;
        }
        var console = System.console();
        if (console != null && console.isTerminal()) {
            var said = console.readLine("There is a register in %s already. Type 'replace' to lose it: ", where);
            if ("replace".equals(said)) {
                return;
            }
        }
        throw new Trouble("There is a register in " + where + " already, and nothing was changed. Say --replace to put"
                + " the backup in its place, or name another folder with --data.");
    }

    /** What was asked of a restore. */
    private record Wish(
            Path file, boolean replace, @Nullable String reason) {

        static Wish of(List<String> words) {
            Path file = null;
            boolean replace = false;
            String reason = null;
            var rest = new ArrayDeque<>(words);
            while (!rest.isEmpty()) {
                var parts = rest.pop().split("=", 2);
                switch (parts[0]) {
                    case "--replace" -> replace = true;
                    case "--without-journal" -> reason = parts.length == 2 ? parts[1] : rest.poll();
                    default -> file = file == null ? named(parts[0]) : twice(parts[0]);
                }
                if (parts[0].equals("--without-journal")
                        && (reason == null || reason.isBlank() || reason.startsWith("--"))) {
                    throw new Trouble("--without-journal needs the reason after it, in words. " + RESTORE);
                }
            }
            if (file == null) {
                throw new Trouble("'restore' takes the name of a backup. " + RESTORE);
            }
            return new Wish(file, replace, reason);
        }

        private static Path named(String word) {
            if (word.startsWith("-")) {
                throw new Trouble("'restore' does not know " + word + ". " + RESTORE);
            }
            return Path.of(word);
        }

        private static Path twice(String word) {
            throw new Trouble("'restore' takes one backup, and '" + word + "' is one too many. " + RESTORE);
        }
    }
}
