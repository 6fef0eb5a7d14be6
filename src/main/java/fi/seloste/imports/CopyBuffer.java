package fi.seloste.imports;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/** Rows on their way to one COPY. Its room is used again and again: copies of it would be the largest things that an import leaves to the collector. */
final class CopyBuffer {

    private final Room room = new Room();
    private int count;

    private static final class Room extends ByteArrayOutputStream {

        Room() {
            super(1 << 16);
        }

        void sendTo(CopyIn copy) throws SQLException {
            copy.writeToCopy(buf, 0, size());
        }
    }

    void add(byte[] row, byte[] last) {
        room.writeBytes(row);
        room.writeBytes(last);
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** It is empty then, whatever becomes of the rows: where they do not arrive, the file is read anew. */
    void sendTo(CopyIn copy) throws SQLException {
        try {
            room.sendTo(copy);
        } finally {
            room.reset();
            count = 0;
        }
    }
}
