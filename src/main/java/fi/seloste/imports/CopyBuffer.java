package fi.seloste.imports;

import java.io.ByteArrayOutputStream;

/** Rows on their way to one COPY. */
final class CopyBuffer {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private int count;

    void add(byte[] row, byte[] last) {
        bytes.writeBytes(row);
        bytes.writeBytes(last);
        count++;
    }

    int count() {
        return count;
    }

    byte[] take() {
        var taken = bytes.toByteArray();
        bytes.reset();
        count = 0;
        return taken;
    }
}
