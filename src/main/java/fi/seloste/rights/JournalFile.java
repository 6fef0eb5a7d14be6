package fi.seloste.rights;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One place where the journal lies. It only grows, and is read line by line: in memory stay the last one and an index. */
final class JournalFile {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private final JournalIndex index = new JournalIndex();
    private final List<String> findings = new ArrayList<>();
    private Journal.@Nullable Line last;
    private int seen;

    JournalFile(Path path) {
        this(path, false);
    }

    /** A visitor beside the one who writes must not take a line that is being written for a torn one. */
    JournalFile(Path path, boolean visited) {
        this.path = path;
        try {
            read(visited);
        } catch (IOException e) {
            throw unreadable(e);
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

    int size() {
        return index.size();
    }

    Journal.@Nullable Line last() {
        return last;
    }

    JournalIndex index() {
        return index;
    }

    /** Each in its order, as far as there are now. */
    void each(Consumer<Journal.Line> sink) {
        int many = index.size();
        if (many == 0) {
            return;
        }
        long end = index.start(many - 1);
        try {
            scan((start, text) -> {
                var line = start <= end ? JournalLine.read(text) : null;
                if (line != null) {
                    sink.accept(line);
                }
            });
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    Journal.Line line(int number) {
        try (var in = Files.newInputStream(path)) {
            in.skipNBytes(index.start(number));
            var text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            var line = text == null ? null : JournalLine.read(text);
            if (line == null) {
                throw new IOException("line " + (number + 1) + " was altered while the house was open");
            }
            return line;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("The journal of rights at " + path + " cannot be read", e);
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
            keep(before, line);
        }
    }

    private void keep(long start, Journal.Line line) {
        index.add(start, line);
        last = line;
    }

    /** The last line, which the other place could not take. */
    void takeBack(Journal.Line line) throws IOException {
        if (line.equals(last)) {
            try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                cut(channel, index.start(size() - 1));
            }
            index.removeLast();
            last = size() == 0 ? null : line(size() - 1);
        }
    }

    boolean beginsAs(JournalFile other) {
        return index.sameAs(other.index) == other.size();
    }

    List<String> differencesTo(JournalFile copy) {
        if (beginsAs(copy) && copy.beginsAs(this)) {
            return List.of();
        }
        return List.of(
                "The journal at %s and its copy at %s differ from line %d on: %d and %d lines. The right one is the one that agrees with the database, as 'seloste verify' says of the first. Lay the other aside and start again: it is then written anew."
                        .formatted(path, copy.path, index.sameAs(copy.index) + 1, size(), copy.size()));
    }

    private void read(boolean visited) throws IOException {
        if (!Files.isRegularFile(path)) {
            return;
        }
        long whole = scan((start, text) -> check(start, text));
        if (whole < Files.size(path) && !visited) {
            // The crash came between write and sync: nothing was acknowledged, nothing was done.
            try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                cut(channel, whole);
            }
        }
    }

    private interface Found {
        void line(long start, String text);
    }

    /** Line by line with the place where each begins; gives back where the whole ones end. */
    private long scan(Found found) throws IOException {
        var buffer = new byte[1 << 16];
        var line = new ByteArrayOutputStream(1024);
        long start = 0;
        try (var in = Files.newInputStream(path)) {
            for (int many = in.read(buffer); many > 0; many = in.read(buffer)) {
                int from = 0;
                for (int i = 0; i < many; i++) {
                    if (buffer[i] == '\n') {
                        line.write(buffer, from, i - from);
                        from = i + 1;
                        found.line(start, line.toString(StandardCharsets.UTF_8));
                        start += line.size() + 1L;
                        line.reset();
                    }
                }
                line.write(buffer, from, many - from);
            }
        }
        return start;
    }

    private void check(long start, String text) {
        int number = ++seen;
        var line = JournalLine.read(text);
        if (line == null) {
            findings.add(
                    "Line %d of the journal at %s was altered: it does not have the hash it names. Put the line back from the other place, or from an older copy of the file."
                            .formatted(number, path));
            return;
        }
        var before = last;
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
        keep(start, line);
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
