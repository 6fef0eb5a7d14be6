package fi.seloste.backup;

import fi.seloste.store.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** The files that rows of the snapshot name, each compared with the checksum of its row on the way. */
final class KeptFiles {

    private final Path folder;
    private final ArchiveWriter writer;
    private final StringBuilder list = new StringBuilder();
    private final List<String> missing = new ArrayList<>();
    private long count;

    KeptFiles(Path folder, ArchiveWriter writer) {
        this.folder = folder;
        this.writer = writer;
    }

    void write(Snapshot snapshot, Terminal terminal) {
        terminal.begin("Files");
        snapshot.eachFile((id, sha256) -> {
            terminal.tick(Terminal.number(count));
            add(id, sha256);
        });
        writer.add(Manifest.FILE_LIST, list.toString());
        terminal.done(Terminal.number(count));
    }

    long count() {
        return count;
    }

    List<String> missing() {
        return List.copyOf(missing);
    }

    /** A file may go while we read: its row was erased after the snapshot, and a restore erases it again. */
    private void add(UUID id, String expected) {
        try (InputStream file = Files.newInputStream(Blobs.in(folder, id))) {
            var digest = new DigestInputStream(file, Archive.sha256());
            writer.addFile(Manifest.FILES + id, digest::transferTo);
            var found = HexFormat.of().formatHex(digest.getMessageDigest().digest());
            list.append(id).append(' ').append(found).append('\n');
            count++;
            if (!found.equals(expected)) {
                missing.add("The file " + id + " is not the one that was kept: its checksum differs from its row's.");
            }
        } catch (NoSuchFileException e) {
            missing.add("The file " + id + " is not there, though a row names it.");
        } catch (IOException e) {
            missing.add("The file " + id + " cannot be read (" + e.getMessage() + ").");
        }
    }
}
