package fi.seloste.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row in PostgreSQL's binary COPY format (documented under COPY, "Binary Format"): no quoting on our side, no parsing on the other.
 * Columns are put in the order that the COPY names them.
 */
final class CopyRow {

    static final byte[] HEAD = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
    static final byte[] END = {(byte) 0xFF, (byte) 0xFF};

    private static final int BYTEA = 17;
    private static final int BIGINT = 20;
    private static final int TEXT = 25;
    private static final int UUID_TYPE = 2950;
    private static final long DAYS_TO_2000 = LocalDate.of(2000, 1, 1).toEpochDay();

    private final Bytes out = new Bytes();

    CopyRow(int columns) {
        out.put2(columns);
    }

    CopyRow add(UUID value) {
        out.put4(16);
        put(value);
        return this;
    }

    CopyRow add(long value) {
        out.put4(8);
        out.put8(value);
        return this;
    }

    CopyRow add(int value) {
        out.put4(4);
        out.put4(value);
        return this;
    }

    CopyRow add(boolean value) {
        out.put4(1);
        out.write(value ? 1 : 0);
        return this;
    }

    /** PostgreSQL keeps no text with a zero byte. */
    CopyRow add(String value) {
        put((value.indexOf(0) < 0 ? value : value.replace("\0", "")).getBytes(UTF_8));
        return this;
    }

    /** Empty is null. */
    CopyRow maybe(@Nullable String value) {
        return value == null || value.isEmpty() ? none() : add(value);
    }

    CopyRow maybe(@Nullable LocalDate value) {
        if (value == null) {
            return none();
        }
        out.put4(4);
        out.put4((int) (value.toEpochDay() - DAYS_TO_2000));
        return this;
    }

    CopyRow json(byte @Nullable [] value) {
        if (value == null) {
            return none();
        }
        out.put4(value.length + 1);
        out.write(1);
        out.writeBytes(value);
        return this;
    }

    CopyRow none() {
        out.put4(-1);
        return this;
    }

    CopyRow texts(Collection<String> values) {
        return array(TEXT, values.stream().map(value -> value.getBytes(UTF_8)).toList());
    }

    /** Empty is null. */
    CopyRow maybeTexts(Collection<String> values) {
        return values.isEmpty() ? none() : texts(values);
    }

    CopyRow bytes(List<byte[]> values) {
        return array(BYTEA, values);
    }

    CopyRow ids(List<UUID> values) {
        return array(UUID_TYPE, values.stream().map(CopyRow::bytesOf).toList());
    }

    CopyRow numbers(List<Long> values) {
        return array(BIGINT, values.stream().map(CopyRow::bytesOf).toList());
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private CopyRow array(int type, List<byte[]> values) {
        if (values.isEmpty()) {
            out.put4(12);
            out.put4(0);
            out.put4(0);
            out.put4(type);
            return this;
        }
        int length = 20 + values.stream().mapToInt(value -> 4 + value.length).sum();
        out.put4(length);
        out.put4(1);
        out.put4(0);
        out.put4(type);
        out.put4(values.size());
        out.put4(1);
        values.forEach(this::put);
        return this;
    }

    private void put(byte[] value) {
        out.put4(value.length);
        out.writeBytes(value);
    }

    private void put(UUID value) {
        out.put8(value.getMostSignificantBits());
        out.put8(value.getLeastSignificantBits());
    }

    private static byte[] bytesOf(UUID value) {
        var bytes = new Bytes();
        bytes.put8(value.getMostSignificantBits());
        bytes.put8(value.getLeastSignificantBits());
        return bytes.toByteArray();
    }

    private static byte[] bytesOf(long value) {
        var bytes = new Bytes();
        bytes.put8(value);
        return bytes.toByteArray();
    }

    private static final class Bytes extends ByteArrayOutputStream {

        Bytes() {
            super(512);
        }

        void put2(int value) {
            write(value >>> 8);
            write(value);
        }

        void put4(int value) {
            put2(value >>> 16);
            put2(value);
        }

        void put8(long value) {
            put4((int) (value >>> 32));
            put4((int) value);
        }
    }
}
