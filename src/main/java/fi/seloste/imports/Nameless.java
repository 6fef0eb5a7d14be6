package fi.seloste.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes on the disk that would not fit in memory. Their file has no name any more when the first of them comes, so nothing stays, whatever ends the process. */
final class Nameless implements Closeable {

    private final FileChannel channel;
    private final ByteBuffer waiting = ByteBuffer.allocate(1 << 16);
    private long size;

    Nameless(Path folder) {
        try {
            var file = Files.createTempFile(folder, "reading-", ".tmp");
            this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At least so much room until it is full. */
    ByteBuffer roomFor(int bytes) {
        if (waiting.remaining() < bytes) {
            flush();
        }
        return waiting;
    }

    void add(byte[] bytes) {
        for (int at = 0; at < bytes.length; ) {
            var room = roomFor(1);
            int count = Math.min(room.remaining(), bytes.length - at);
            room.put(bytes, at, count);
            at += count;
        }
    }

    /** How much there is so far. */
    long size() {
        return size + waiting.position();
    }

    void flush() {
        waiting.flip();
        size += waiting.remaining();
        try {
            while (waiting.hasRemaining()) {
                channel.write(waiting);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        waiting.clear();
    }

    /** Fills the buffer with what begins there, as far as there is anything; what waits must have been flushed. */
    void read(long from, ByteBuffer into) {
        try {
            long at = from;
            while (into.hasRemaining() && at < size) {
                at += Math.max(0, channel.read(into, at));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
