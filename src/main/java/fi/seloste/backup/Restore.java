package fi.seloste.backup;

import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Keys;
import fi.seloste.installation.PrivateFile;
import fi.seloste.installation.Settings;
import fi.seloste.installation.Trouble;
import fi.seloste.rights.Journal;
import fi.seloste.store.Address;
import fi.seloste.store.Blobs;
import fi.seloste.store.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings a backup back. Everything that could forbid it is looked at first and changes nothing; then files, then the database. What people
 * asked for since is repeated by the house that is built on it, before it listens.
 */
public final class Restore implements AutoCloseable {

    private final Archive archive;
    private final DataFolder folder;
    private final Settings settings;
    private final Terminal terminal;
    private @Nullable String reason;

    private Restore(Archive archive, DataFolder folder, Settings settings, Terminal terminal) {
        this.archive = archive;
        this.folder = folder;
        this.settings = settings;
        this.terminal = terminal;
    }

    public static Restore of(Path file, DataFolder folder, Settings settings, Terminal terminal) {
        return new Restore(Archive.open(file), folder, settings, terminal);
    }

    /** Whether a backup holds made-up data; asked before the folder is opened for one or the other. */
    public static boolean isOfDemo(Path file) {
        try (var archive = Archive.open(file)) {
            return archive.manifest().origin().demo();
        }
    }

    /** The keys that the backup was made under, from the place where they are to be. */
    public Keys keys() {
        var register = folder.root().resolve("keys.register.restoring");
        try {
            PrivateFile.write(register, archive.text(Manifest.KEY_REGISTER).orElse(""));
            var keys = Keys.present(settings.keys(), register);
            archive.mustBeSealedBy(keys);
            return keys;
        } finally {
            remove(register);
        }
    }

    /** Refuses a newer product, a damaged part, and a journal that does not go on from where the backup was. */
    public void examine(@Nullable String without) {
        var unknown = archive.manifest().schema().stream()
                .filter(v -> !Migrations.known().contains(v))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Trouble("The backup was made by a newer Seloste ("
                    + archive.manifest().origin().product()
                    + "): its schema has the version " + unknown.getLast()
                    + ", which this one does not know. Nothing was changed. Restore it with that Seloste.");
        }
        archive.mustBeWhole(terminal);
        var findings =
                new JournalExamination(journal()).since(archive.manifest().journal());
        if (!findings.isEmpty() && without == null) {
            throw new Trouble(String.join("\n", findings)
                    + "\nWithout a whole journal the restore would bring back people who were erased, and use the"
                    + " addresses of people who were banned. Put the journal or its copy back into "
                    + folder.journal() + ", or name the copy's folder with --journal-copy. If it is lost, say"
                    + " --without-journal \"why\"; the reason is kept as evidence. Nothing was changed.");
        }
        findings.forEach(terminal::say);
        reason = findings.isEmpty() ? null : without;
    }

    /**
     * Files first: one that no row names is swept away, and a row must never name one that is not there. Settings and the register of keys
     * go into a folder right before the commit, so that nothing starts with the one and without the other.
     */
    public void load(Address address, Path settingsInto) {
        files();
        var origin = archive.manifest().origin();
        var journal = archive.manifest().journal();
        var note = new Note(origin.product(), origin.madeAt(), journal == null ? 0 : journal.seq(), reason);
        new Loading(address, archive, terminal).load(note.text(), () -> settle(settingsInto));
    }

    /** Where the data folder has none of its own. */
    private void settle(Path into) {
        putIfMissing(Manifest.SETTINGS, folder.root().resolve("seloste.properties"), into);
        putIfMissing(Manifest.KEY_REGISTER, folder.keyRegister(), into);
    }

    /** Whether a register lies in the database already. */
    public static boolean isOccupied(Address address) {
        return Loading.isOccupied(address);
    }

    @Override
    public void close() {
        archive.close();
    }

    /** On a new machine the copy is all there is, and what it holds is taken over. */
    private Journal journal() {
        var journal = Journal.at(folder, settings);
        try {
            int taken = journal.healFromCopy();
            if (taken > 0) {
                terminal.say("  Journal of rights: " + taken + " lines were taken over from its copy.");
            }
            return journal;
        } catch (IOException e) {
            throw new Trouble(
                    "The journal of rights in " + folder.journal() + " cannot be written: " + PrivateFile.reason(e)
                            + ".",
                    e);
        }
    }

    private void files() {
        terminal.begin("Files");
        long[] count = {0};
        archive.eachFile((id, sha256) -> {
            file(id);
            terminal.tick(Terminal.number(++count[0]));
        });
        terminal.done(Terminal.number(count[0]));
    }

    private void file(UUID id) throws IOException {
        var target = Blobs.in(folder.blobs(), id);
        Files.createDirectories(target.getParent());
        var beside = target.resolveSibling(id + ".restoring");
        try (var in = archive.content(Manifest.FILES + id)) {
            Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void putIfMissing(String name, Path file, Path into) {
        if (!Files.exists(file)) {
            archive.text(name).ifPresent(text -> PrivateFile.write(into.resolve(file.getFileName()), text));
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Trouble("Cannot remove " + file + ": " + PrivateFile.reason(e) + ".", e);
        }
    }
}
