package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.base.RequestId;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Where each line of the journal begins, of which request and about whom it is, and the beginning of its hash: thirty-two bytes a line, by which lines are
 * found and two places compared without keeping either in memory.
 */
final class JournalIndex {

    private long[] starts = new long[256];
    private long[] requests = new long[256];
    private long[] people = new long[256];
    private long[] hashes = new long[256];
    private int size;

    int size() {
        return size;
    }

    long start(int line) {
        return starts[line];
    }

    void add(long start, Journal.Line line) {
        if (size == starts.length) {
            grow();
        }
        starts[size] = start;
        requests[size] = mark(line.request().value());
        people[size] = line.person() == null ? 0 : mark(line.person().value());
        hashes[size] = Long.parseUnsignedLong(line.hash(), 0, 16, 16);
        size++;
    }

    void removeLast() {
        size--;
    }

    /** Lines that may be of the request, in their order; the line itself tells. */
    IntStream ofRequest(RequestId request) {
        long mark = mark(request.value());
        return IntStream.range(0, size).filter(line -> requests[line] == mark);
    }

    /** Lines that may be about the person, the newest first. */
    IntStream ofPerson(PersonId person) {
        long mark = mark(person.value());
        return IntStream.range(0, size).map(i -> size - 1 - i).filter(line -> people[line] == mark);
    }

    /** How many lines from the first on are the same in both. */
    int sameAs(JournalIndex other) {
        int shorter = Math.min(size, other.size);
        int mismatch = Arrays.mismatch(hashes, 0, shorter, other.hashes, 0, shorter);
        return mismatch < 0 ? shorter : mismatch;
    }

    /** The half of an id that chance makes. */
    private static long mark(UUID id) {
        return id.getLeastSignificantBits();
    }

    private void grow() {
        int wider = size * 2;
        starts = Arrays.copyOf(starts, wider);
        requests = Arrays.copyOf(requests, wider);
        people = Arrays.copyOf(people, wider);
        hashes = Arrays.copyOf(hashes, wider);
    }
}
