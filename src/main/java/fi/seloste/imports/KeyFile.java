package fi.seloste.imports;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Every key of a file with the row that has it, by hash and on the disk; looked through a part of the hashes at a time, in the memory of a million. */
final class KeyFile implements Closeable {

    private static final int ENTRY = Long.BYTES + Integer.BYTES;
    private static final int PART = 1 << 20;

    private final Nameless entries;

    KeyFile(Path folder) {
        this.entries = new Nameless(folder);
    }

    /** Two rows that have a key in common, the earlier one first. */
    interface Shared {
        void by(int one, int other);
    }

    void add(long hash, int row) {
        entries.roomFor(ENTRY).putLong(hash).putInt(row);
    }

    /** Each row beside the first one that had the same key. */
    void shared(Shared shared) {
        entries.flush();
        int parts = (int) (entries.size() / ENTRY / PART) + 1;
        for (int part = 0; part < parts; part++) {
            shared(part, parts, shared);
        }
    }

    private void shared(int part, int parts, Shared shared) {
        var seen = new Seen();
        var buffer = ByteBuffer.allocate(ENTRY * 4096);
        for (long at = 0; at < entries.size(); at += buffer.capacity()) {
            buffer.clear();
            entries.read(at, buffer);
            buffer.flip();
            while (buffer.hasRemaining()) {
                long hash = buffer.getLong();
                int row = buffer.getInt();
                // The lower half says where it lies in the table.
                if (Integer.remainderUnsigned((int) (hash >>> 32), parts) == part) {
                    int first = seen.get(hash);
                    if (first == Seen.NEVER) {
                        seen.put(hash, row);
                    } else if (first != row) {
                        shared.by(first, row);
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        entries.close();
    }
}
