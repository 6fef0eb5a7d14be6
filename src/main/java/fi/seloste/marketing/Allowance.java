package fi.seloste.marketing;

import fi.seloste.store.Handover;
import java.util.concurrent.atomic.AtomicInteger;

/** How many may still leave, on how many lines, and whether the server refuses them one after another. */
final class Allowance {

    private static final int REFUSED_IN_A_ROW = 20;

    private final AtomicInteger left;
    private final int lines;
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger handed = new AtomicInteger();
    private volatile boolean broken;

    Allowance(int most, int lines) {
        this.left = new AtomicInteger(most);
        this.lines = lines;
    }

    int allowed(int wanted) {
        if (isOver()) {
            return 0;
        }
        return Math.min(wanted, left.getAndUpdate(n -> n == Integer.MAX_VALUE ? n : Math.max(0, n - wanted)));
    }

    void giveBack(int unused) {
        left.updateAndGet(n -> n == Integer.MAX_VALUE ? n : n + unused);
    }

    int lines() {
        return lines;
    }

    int handed() {
        return handed.get();
    }

    void told(Handover.Outcome outcome) {
        if (outcome == Handover.Outcome.HELD) {
            return;
        }
        handed.incrementAndGet();
        if (outcome == Handover.Outcome.REFUSED) {
            refused.incrementAndGet();
        } else if (outcome == Handover.Outcome.TAKEN) {
            refused.updateAndGet(n -> isRefusedThroughout() ? n : 0);
        }
    }

    /** Nothing more leaves but what is being said already. */
    void breakOff() {
        broken = true;
    }

    boolean isOver() {
        return broken || isRefusedThroughout();
    }

    /** A server that refuses so many in a row refuses us, and not them. */
    boolean isRefusedThroughout() {
        return refused.get() >= REFUSED_IN_A_ROW;
    }
}
