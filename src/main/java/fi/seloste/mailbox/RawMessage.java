package fi.seloste.mailbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.Set;

/**
 * A message as it came, in a file of its own until it was read: memory holds none of it. Looked through once before any parser sees it,
 * since a parser makes an object of each part and each line of the head.
 */
final class RawMessage implements AutoCloseable {

    private final Path file;
    private final long size;
    private long usable;
    private byte[] bodyDigest = new byte[0];
    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);

    private RawMessage(Path file, long size) {
        this.file = file;
        this.size = size;
    }

    /** As much of it as is taken; {@code size} is what it has in all, as far as anybody said. */
    static RawMessage of(InputStream in, long size) {
        try {
            var file = Files.createTempFile("seloste-mail", ".eml");
            try {
                long most = size > Limits.MESSAGE_BYTES ? Limits.BEGINNING_BYTES : Limits.MESSAGE_BYTES;
                long written = copy(in, file, most);
                boolean more = size > Limits.MESSAGE_BYTES || (written == most && in.read() >= 0);
                var raw = new RawMessage(file, Math.max(size, written));
                if (more) {
                    raw.doubts.add(Doubt.TOO_LARGE);
                }
                raw.look();
                return raw;
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A message could not be laid aside for reading", e);
        }
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    /** How much of the file a parser may see. */
    long usable() {
        return usable;
    }

    Set<Doubt> doubts() {
        return doubts;
    }

    /** Of everything below the head: the same for a message that came by two ways. */
    byte[] bodyDigest() {
        return bodyDigest.clone();
    }

    /** Where nothing could be made of the message: as it is, cut where it was cut. */
    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A message that was read could not be removed from the temporary folder", e);
        }
    }

    private static long copy(InputStream in, Path file, long most) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            var buffer = new byte[64 * 1024];
            long written = 0;
            while (written < most) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, most - written));
                if (read < 0) {
                    break;
                }
                out.write(buffer, 0, read);
                written += read;
            }
            return written;
        }
    }

    private void look() throws IOException {
        var scan = new Scan();
        try (var in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                scan.take((byte) b);
            }
        }
        long head = scan.head < 0 ? scan.at : scan.head;
        usable = scan.end < 0 ? scan.at : scan.end;
        if (head > Limits.HEAD_BYTES) {
            usable = Limits.HEAD_BYTES;
        }
        if (usable < scan.at) {
            doubts.add(Doubt.TOO_MANY_PARTS);
        }
        bodyDigest = scan.digest.digest();
    }

    /** Goes through the bytes once: where the head ends, how many lines may begin a part, and what the body comes to. */
    private static final class Scan {

        private final MessageDigest digest = sha256();
        private long at;
        private long head = -1;
        private long end = -1;
        private int boundaries;
        private boolean emptyLine = true;
        private int dashes;

        void take(byte b) {
            at++;
            if (head >= 0) {
                digest.update(b);
            }
            if (b == '\n') {
                if (emptyLine && head < 0) {
                    head = at;
                }
                emptyLine = true;
                dashes = 0;
            } else if (b != '\r') {
                dash(b);
                emptyLine = false;
            }
        }

        private void dash(byte b) {
            dashes = b == '-' && (emptyLine || dashes > 0) && dashes < 2 ? dashes + 1 : dashes == 2 ? 3 : 0;
            if (dashes == 2 && ++boundaries == Limits.BOUNDARY_LINES && end < 0) {
                end = at;
            }
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
