package fi.seloste.imports;

/**
 * Tells whether a hash may have been there before, in as much memory as it was given, however many there are. None is missed; now and then one is taken
 * for known that is not, of a long file hardly one in a thousand.
 */
final class Sieve {

    private static final int PROBES = 4;

    private final long[] bits;
    private final int mask;

    /** Of a size between a kilobyte and 32 megabytes: a bit or two for each byte of the file, which is some twenty for the shortest key. */
    Sieve(long bytesOfFile) {
        int places = Math.clamp(Long.highestOneBit(bytesOfFile) * 2, 1 << 13, 1 << 28);
        this.bits = new long[places / Long.SIZE];
        this.mask = places - 1;
    }

    boolean mayHold(long hash) {
        int place = (int) hash;
        int step = (int) (hash >>> 32) | 1;
        for (int i = 0; i < PROBES; i++, place += step) {
            if ((bits[(place & mask) >>> 6] & 1L << place) == 0) {
                return false;
            }
        }
        return true;
    }

    void add(long hash) {
        int place = (int) hash;
        int step = (int) (hash >>> 32) | 1;
        for (int i = 0; i < PROBES; i++, place += step) {
            bits[(place & mask) >>> 6] |= 1L << place;
        }
    }
}
