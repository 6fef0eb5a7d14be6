package fi.seloste.marketing;

import fi.seloste.base.Ids;
import fi.seloste.base.SecretLink;
import fi.seloste.store.Handover;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Relay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages of one campaign to the mail server for a while, on a few lines at once, a batch at a time. What became of the last batch and the taking of
 * the next are one transaction, so at any moment at most a batch for each line is in flight. A batch is as large as leaves in a fifth of a second; what
 * has been in hand for longer is asked about again before it leaves. Lines take one after another, each from where the one before ended.
 */
final class Handing {

    private static final Duration WHILE = Duration.ofSeconds(5);
    private static final int MOST_TRIES = 6;
    private static final int MOST_UNCERTAIN = 3;
    static final int LARGEST = 100;
    private static final int FIRST = 8;
    private static final long SHORT = Duration.ofMillis(100).toNanos();
    private static final long LONG = Duration.ofMillis(200).toNanos();
    private static final long STALE = Duration.ofMillis(250).toNanos();

    private final Messages.Of messages;
    private final Batches batches;
    private final Settlements settlements;
    private final Purposes purposes;
    private final Clock clock;
    private final Allowance allowance;
    private final ReentrantLock taking = new ReentrantLock();
    private final long end = System.nanoTime() + WHILE.toNanos();
    private final Instant due;

    private Batches.After after = Batches.After.NOTHING;

    Handing(
            Messages.Of messages,
            Batches batches,
            Settlements settlements,
            Purposes purposes,
            Clock clock,
            Allowance allowance) {
        this.messages = messages;
        this.batches = batches;
        this.settlements = settlements;
        this.purposes = purposes;
        this.clock = clock;
        this.allowance = allowance;
        this.due = clock.instant();
    }

    /** The first line is this thread's own; when all have ended, so has the while. */
    void run() {
        var failure = new AtomicReference<@Nullable RuntimeException>();
        var others = new Thread[allowance.lines() - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = Thread.ofPlatform().daemon().name("campaign-line-" + i).start(() -> guarded(failure));
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

    /** What was taken, and what became of it; without a handover it was not tried. */
    private record Told(
            Batches.Taken taken, String subject, @Nullable Handover handover) {

        boolean isBroken() {
            return handover != null && (handover.outcome() == Handover.Outcome.UNCERTAIN || handover.code() == 421);
        }
    }

    /** A message that was taken, the link that it will carry, and how it is followed. */
    private record Linked(Batches.Taken taken, SecretLink link, Following.@Nullable Marked marked) {}

    /** What is in hand together, and since when its readers are known to be free to be written to. */
    private record Batch(UUID id, long asked, List<Linked> messages) {

        static final Batch NONE = new Batch(new UUID(0, 0), 0, List.of());
    }

    /** What became of a batch. */
    private record Past(UUID batch, List<Told> told) {}

    private void hand(Relay.Line line) {
        var last = new Past(Batch.NONE.id(), List.of());
        int size = FIRST;
        while (true) {
            var next = exchanged(last, size);
            if (next.messages().isEmpty()) {
                return;
            }
            long begun = System.nanoTime();
            last = new Past(next.id(), carried(line, next));
            long took = System.nanoTime() - begun;
            size = took < SHORT ? Math.min(LARGEST, size * 2) : took > LONG ? Math.max(1, size / 2) : size;
        }
    }

    /** Settles what was handed over and takes the next, in one transaction; then, each by itself, what that one could not see. */
    private Batch exchanged(Past before, int size) {
        var settled = before.told().stream().map(this::settled).toList();
        var unseen = new ArrayList<Settlements.Settled>();
        var next = purposes.as(Purpose.MARKETING, () -> {
            unseen.addAll(settlements.settle(before.batch(), settled));
            holdBack(before.told());
            return isOver(before.told()) ? Batch.NONE : next(size);
        });
        unseen.forEach(one -> purposes.as(Purpose.MARKETING, () -> settlements.settleUnseen(before.batch(), one)));
        return next;
    }

    /** Of a domain that waits, what waits in the queue waits as long: it must not stand in the way of others. */
    private void holdBack(List<Told> before) {
        var domains = new HashMap<String, Instant>();
        for (var one : before) {
            if (one.handover() != null && one.handover().until() != null) {
                var address = one.taken().address();
                domains.put(
                        address.substring(address.lastIndexOf('@') + 1),
                        one.handover().until());
            }
        }
        domains.forEach(
                (domain, until) -> settlements.holdBack(messages.campaign().id(), domain, until));
    }

    private boolean isOver(List<Told> before) {
        return before.stream().anyMatch(Told::isBroken)
                || System.nanoTime() > end
                || Thread.currentThread().isInterrupted();
    }

    /** The next that may leave; whoever may not is skipped on the way. */
    private Batch next(int size) {
        while (true) {
            int most = allowance.allowed(size);
            if (most == 0) {
                return Batch.NONE;
            }
            var links = Stream.generate(SecretLink::made).limit(most).toList();
            var prints = links.stream()
                    .map(link -> HexFormat.of().formatHex(link.print()))
                    .toList();
            var id = Ids.next();
            long asked = System.nanoTime();
            var taken = taken(id, prints);
            var ready = linked(taken, links);
            allowance.giveBack(most - ready.size());
            if (!ready.isEmpty() || taken.isEmpty()) {
                return new Batch(id, asked, ready);
            }
        }
    }

    /** In the order of the queue, and by one line at a time: what one has taken is marked for the others when it commits. */
    private List<Batches.Taken> taken(UUID id, List<String> prints) {
        taking.lock();
        try {
            var batch = batches.take(messages.campaign(), new Batches.Hand(id, prints, after, due));
            after = batch.last();
            return batch.taken();
        } finally {
            taking.unlock();
        }
    }

    private List<Linked> linked(List<Batches.Taken> taken, List<SecretLink> links) {
        var leaving = taken.stream().filter(one -> !one.skipped()).toList();
        var secrets = leaving.stream()
                .collect(Collectors.toMap(
                        Batches.Taken::id, one -> links.get(one.nth() - 1).token()));
        var marked = messages.mark(secrets);
        return leaving.stream()
                .map(one -> new Linked(one, links.get(one.nth() - 1), marked.get(one.id())))
                .toList();
    }

    private List<Told> carried(Relay.Line line, Batch batch) {
        var told = new ArrayList<Told>(batch.messages().size());
        long asked = batch.asked();
        Set<UUID> may = null;
        boolean broken = false;
        for (int i = 0; i < batch.messages().size(); i++) {
            var one = batch.messages().get(i);
            if (System.nanoTime() - asked > STALE) {
                asked = System.nanoTime();
                may = still(batch, i);
            }
            if (broken
                    || allowance.isRefusedThroughout()
                    || (may != null && !may.contains(one.taken().id()))) {
                told.add(new Told(one.taken(), "", null));
                continue;
            }
            told.add(carried(line, one));
            broken = told.getLast().isBroken();
        }
        return told;
    }

    private Told carried(Relay.Line line, Linked one) {
        var ready = messages.to(one.taken(), one.link(), one.marked());
        var handover = line.carry(ready.parcel());
        allowance.told(handover.outcome());
        return new Told(one.taken(), ready.parcel().words().subject(), handover);
    }

    private Set<UUID> still(Batch batch, int from) {
        var rest = batch.messages().subList(from, batch.messages().size());
        var ids = rest.stream().map(one -> one.taken().id()).toList();
        return purposes.as(Purpose.MARKETING, () -> batches.still(messages.campaign(), batch.id(), ids));
    }

    private Settlements.Settled settled(Told told) {
        var id = told.taken().id();
        int tries = told.taken().attempts();
        if (told.handover() == null) {
            allowance.giveBack(1);
            return Settlements.Settled.back(id);
        }
        return switch (told.handover().outcome()) {
            case TAKEN -> Settlements.Settled.sent(id, told.subject());
            case HELD -> {
                allowance.giveBack(1);
                yield Settlements.Settled.held(
                        id, Objects.requireNonNull(told.handover().until()));
            }
            case REFUSED -> Settlements.Settled.failed(id, "refused", false);
            case LATER ->
                tries >= MOST_TRIES
                        ? Settlements.Settled.failed(id, "gave-up", false)
                        : Settlements.Settled.later(id, inMinutes(1L << tries), false);
            case UNCERTAIN ->
                tries >= MOST_UNCERTAIN
                        ? Settlements.Settled.failed(id, "line-broke", true)
                        : Settlements.Settled.later(id, inMinutes(tries), true);
        };
    }

    private Instant inMinutes(long minutes) {
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }
}
