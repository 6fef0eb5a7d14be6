package fi.seloste.marketing;

import fi.seloste.base.Ids;
import fi.seloste.store.Handover;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Relay;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages of one campaign to the mail server for a while, on a few lines at once. What became of the last message and the taking of the next are
 * one transaction, so at any moment as many messages are in flight as there are lines.
 */
final class Handing {

    private static final Duration WHILE = Duration.ofSeconds(5);
    private static final int MOST_TRIES = 6;
    private static final int MOST_UNCERTAIN = 3;

    private final Messages.Of messages;
    private final Deliveries deliveries;
    private final Purposes purposes;
    private final Clock clock;
    private final Course course;
    private final UUID run = Ids.next();
    private final long end = System.nanoTime() + WHILE.toNanos();

    Handing(Messages.Of messages, Deliveries deliveries, Purposes purposes, Clock clock, Course course) {
        this.messages = messages;
        this.deliveries = deliveries;
        this.purposes = purposes;
        this.clock = clock;
        this.course = course;
    }

    /** How many may still leave, on how many lines, and whether the server refuses them one after another. */
    static final class Course {

        private static final int REFUSED_IN_A_ROW = 20;

        private final AtomicInteger left;
        private final int lines;
        private final AtomicInteger refused = new AtomicInteger();

        Course(int most, int lines) {
            this.left = new AtomicInteger(most);
            this.lines = lines;
        }

        private boolean mayTake() {
            return !isRefusedThroughout()
                    && left.getAndUpdate(n -> n == Integer.MAX_VALUE ? n : Math.max(0, n - 1)) > 0;
        }

        private void told(Handover.Outcome outcome) {
            if (outcome == Handover.Outcome.REFUSED) {
                refused.incrementAndGet();
            } else if (outcome == Handover.Outcome.TAKEN) {
                refused.updateAndGet(n -> isRefusedThroughout() ? n : 0);
            }
        }

        /** A server that refuses so many in a row refuses us, and not them. */
        boolean isRefusedThroughout() {
            return refused.get() >= REFUSED_IN_A_ROW;
        }
    }

    /** The first line is this thread's own; when all have ended, so has the while. */
    void run() {
        var failure = new AtomicReference<@Nullable RuntimeException>();
        var others = new Thread[course.lines - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = Thread.ofVirtual().start(() -> guarded(failure));
        }
        guarded(failure);
        for (var other : others) {
            join(other);
        }
        var thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    private void guarded(AtomicReference<@Nullable RuntimeException> failure) {
        try (var line = messages.outlet().open()) {
            hand(line);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private static void join(Thread other) {
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was handed over, and with which outcome. */
    private record Told(Messages.Ready message, Handover handover) {

        Deliveries.Taken taken() {
            return message.taken();
        }
    }

    private void hand(Relay.Line line) {
        Told last = null;
        while (true) {
            var before = last;
            var next = purposes.as(Purpose.MARKETING, () -> {
                if (before != null) {
                    settle(before);
                }
                return isOver(before) ? null : next();
            });
            if (next == null) {
                return;
            }
            var handover = line.carry(next.parcel());
            course.told(handover.outcome());
            last = new Told(next, handover);
        }
    }

    private boolean isOver(@Nullable Told before) {
        boolean broken = before != null
                && (before.handover().outcome() == Handover.Outcome.UNCERTAIN
                        || before.handover().code() == 421);
        return broken || System.nanoTime() > end || Thread.currentThread().isInterrupted();
    }

    /** The next that may leave; whoever may not is skipped on the way. */
    private Messages.@Nullable Ready next() {
        while (course.mayTake()) {
            var link = WaysOut.Link.made();
            var taken = deliveries.take(messages.campaign(), new Deliveries.Hand(run, link.print()));
            if (taken.isEmpty()) {
                return null;
            }
            if (!taken.get().skipped()) {
                return messages.to(taken.get(), link);
            }
            course.left.updateAndGet(n -> n == Integer.MAX_VALUE ? n : n + 1);
        }
        return null;
    }

    private void settle(Told told) {
        var id = told.taken().id();
        int tries = told.taken().attempts();
        switch (told.handover().outcome()) {
            case TAKEN ->
                deliveries.sent(id, run, told.message().parcel().words().subject());
            case REFUSED -> deliveries.done(id, run, "failed", "refused", false);
            case LATER -> {
                if (tries >= MOST_TRIES) {
                    deliveries.done(id, run, "failed", "gave-up", false);
                } else {
                    deliveries.later(id, run, clock.instant().plus(Duration.ofMinutes(1L << tries)), false);
                }
            }
            case UNCERTAIN -> {
                if (tries >= MOST_UNCERTAIN) {
                    deliveries.done(id, run, "failed", "line-broke", true);
                } else {
                    deliveries.later(id, run, clock.instant().plus(Duration.ofMinutes(tries)), true);
                }
            }
        }
    }
}
