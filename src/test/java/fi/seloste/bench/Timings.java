package fi.seloste.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Repeated measurements of one thing. */
record Timings(double[] millis) {

    /** Measured so many times, after a tenth of that for warmth. */
    static Timings of(int times, IntConsumer work) {
        for (int i = 0; i < Math.max(3, times / 5); i++) {
            work.accept(-1 - i);
        }
        var millis = new double[times];
        for (int i = 0; i < times; i++) {
            millis[i] = once(i, work);
        }
        Arrays.sort(millis);
        return new Timings(millis);
    }

    /**
     * Two that are compared take turns, so that both meet the same weather; and each goes first as often as the other, since whoever comes
     * second finds warm what both read.
     */
    static Timings[] inTurns(int times, IntConsumer one, IntConsumer other) {
        var millis = new double[2][times];
        for (int i = -Math.max(3, times / 5); i < times; i++) {
            boolean turned = i % 2 != 0;
            double first = once(i, turned ? other : one);
            double second = once(i, turned ? one : other);
            if (i >= 0) {
                millis[turned ? 1 : 0][i] = first;
                millis[turned ? 0 : 1][i] = second;
            }
        }
        Arrays.sort(millis[0]);
        Arrays.sort(millis[1]);
        return new Timings[] {new Timings(millis[0]), new Timings(millis[1])};
    }

    private static double once(int i, IntConsumer work) {
        long start = System.nanoTime();
        work.accept(i);
        return (System.nanoTime() - start) / 1e6;
    }

    double median() {
        return at(0.5);
    }

    double at(double share) {
        return millis[(int) Math.min(millis.length - 1L, Math.round(share * (millis.length - 1)))];
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f  p95 %.1f ms", at(0.5), at(0.95));
    }
}
