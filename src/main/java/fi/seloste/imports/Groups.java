package fi.seloste.imports;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * Which rows of a file are one person, in memory that does not grow with its rows but by a bit or four bytes. While the file is read, a sieve puts aside whoever
 * may share a key with an earlier row; who really does is found afterwards, and then they are read again together.
 */
final class Groups implements Closeable {

    private final Sieve sieve;
    private final KeyFile keys;
    private final BitSet aside = new BitSet();
    private int rows;

    Groups(long bytesOfFile, Path folder) {
        this.sieve = new Sieve(bytesOfFile);
        this.keys = new KeyFile(folder);
    }

    /** The next row. True where it is somebody new; else it may belong to rows that came before, and is put aside. */
    boolean add(long[] hashes) {
        int row = rows++;
        boolean isNew = true;
        for (var hash : hashes) {
            isNew &= !sieve.mayHold(hash);
        }
        for (var hash : hashes) {
            sieve.add(hash);
            keys.add(hash, row);
        }
        aside.set(row, !isNew);
        return isNew;
    }

    /** When all rows are there. */
    Together together() {
        if (aside.isEmpty()) {
            return new Together(new int[0], aside);
        }
        var together = Together.apart(rows, aside);
        keys.shared(together::join);
        return together;
    }

    @Override
    public void close() {
        keys.close();
    }
}
