package fi.seloste.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** One place where the journal lies. It only grows. */
final class JournalFile {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private final List<Journal.Line> lines = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    JournalFile(Path path) {
        this(path, false);
    }

    /** A visitor beside the one who writes must not take a line that is being written for a torn one. */
    JournalFile(Path path, boolean visited) {
        this.path = path;
        try {
            read(visited);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of rights at " + path + " cannot be read", e);
        }
    }

    boolean exists() {
        return Files.isRegularFile(path);
    }

    /** An empty one says that nothing was asked for; a missing one says nothing. */
    void begin() throws IOException {
        if (!Files.exists(path)) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.createFile(path, OWNER_ONLY);
        }
    }

    List<Journal.Line> lines() {
        return List.copyOf(lines);
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    /** On the disk when this returns, or not there at all. */
    void append(Journal.Line line) throws IOException {
        begin();
        try (var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long before = channel.size();
            channel.position(before);
            try {
                var bytes = ByteBuffer.wrap((JournalLine.text(line) + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            } catch (IOException e) {
                cutAfter(e, channel, before);
                throw e;
            }
        }
        lines.add(line);
    }

    /** The last line, which the other place could not take. */
    void takeBack(Journal.Line line) throws IOException {
        if (!lines.isEmpty() && lines.getLast().equals(line)) {
            try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() - JournalLine.text(line).getBytes(StandardCharsets.UTF_8).length - 1);
                channel.force(true);
            }
            lines.removeLast();
        }
    }

    boolean beginsAs(JournalFile other) {
        return lines.size() >= other.lines.size()
                && lines.subList(0, other.lines.size()).equals(other.lines);
    }

    List<String> differencesTo(JournalFile copy) {
        if (beginsAs(copy) && copy.beginsAs(this)) {
            return List.of();
        }
        int same = 0;
        while (same < Math.min(lines.size(), copy.lines.size())
                && lines.get(same).equals(copy.lines.get(same))) {
            same++;
        }
        return List.of(
                "The journal at %s and its copy at %s differ from line %d on: %d and %d lines. The right one is the one that agrees with the database, as 'seloste verify' says of the first. Lay the other aside and start again: it is then written anew."
                        .formatted(path, copy.path, same + 1, lines.size(), copy.lines.size()));
    }

    private void read(boolean visited) throws IOException {
        if (!Files.isRegularFile(path)) {
            return;
        }
        var text = Files.readString(path);
        int whole = text.lastIndexOf('\n') + 1;
        if (whole < text.length() && !visited) {
            // The crash came between write and sync: nothing was acknowledged, nothing was done.
            try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                cut(channel, text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
            }
        }
        int number = 0;
        for (var one : text.substring(0, whole).lines().toList()) {
            check(++number, one);
        }
    }

    private void check(int number, String text) {
        var line = JournalLine.read(text);
        if (line == null) {
            findings.add(
                    "Line %d of the journal at %s was altered: it does not have the hash it names. Put the line back from the other place, or from an older copy of the file."
                            .formatted(number, path));
            return;
        }
        var before = lines.isEmpty() ? null : lines.getLast();
        var expected = before == null ? JournalLine.NOTHING : before.hash();
        long seq = before == null ? 1 : before.seq() + 1;
        if (line.seq() != seq) {
            findings.add(
                    "Line %d of the journal at %s is number %d where %d is expected: lines are missing before it. Put the whole file back from the other place, or from an older copy and what follows it here."
                            .formatted(number, path, line.seq(), seq));
        } else if (!line.previous().equals(expected)) {
            findings.add(
                    "Line %d of the journal at %s does not follow the line before it: one of them was exchanged. Put the file back from the other place, or from an older copy."
                            .formatted(number, path));
        }
        lines.add(line);
    }

    private static void cutAfter(IOException trouble, FileChannel channel, long size) {
        try {
            cut(channel, size);
        } catch (IOException e) {
            trouble.addSuppressed(e);
        }
    }

    private static void cut(FileChannel channel, long size) throws IOException {
        channel.truncate(size);
        channel.force(true);
    }
}
