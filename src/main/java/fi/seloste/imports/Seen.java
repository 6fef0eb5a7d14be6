package fi.seloste.imports;

import java.util.Arrays;

/**
 * What a file has named already, by 64-bit hash: a million people take 16 megabytes here, and half a gigabyte as drafts. That two things
 * share a hash is as good as impossible; people who seem to share one are compared by their real keys before they are joined.
 */
final class Seen {

    static final int NEVER = -1;

    private long[] hashes = new long[1 << 12];
    private int[] numbers = new int[1 << 12];
    private int size;

    Seen() {
        Arrays.fill(numbers, NEVER);
    }

    static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    int get(long hash) {
        return numbers[place(hash)];
    }

    void put(long hash, int number) {
        if (size * 2 > hashes.length) {
            grow();
        }
        int place = place(hash);
        size += numbers[place] == NEVER ? 1 : 0;
        hashes[place] = hash;
        numbers[place] = number;
    }

    private int place(long hash) {
        int mask = hashes.length - 1;
        int place = (int) hash & mask;
        while (numbers[place] != NEVER && hashes[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        var oldHashes = hashes;
        var oldNumbers = numbers;
        hashes = new long[oldHashes.length * 2];
        numbers = new int[hashes.length];
        Arrays.fill(numbers, NEVER);
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldNumbers[i] != NEVER) {
                int place = place(oldHashes[i]);
                hashes[place] = oldHashes[i];
                numbers[place] = oldNumbers[i];
            }
        }
    }
}
