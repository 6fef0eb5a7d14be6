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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands messages of one campaign to the mail server for a while, on a few lines at once, a batch at a time. What became of the last batch and the taking of
 * the next are one transaction, so at any moment at most a batch for each line is in flight. A batch is as large as leaves in a fifth of a second; what
 * has been in hand for longer is asked about again before it leaves. Lines take one after another, each from where the one before ended.
 */
final class Handing {

    private static final Logger LOG = LoggerFactory.getLogger(Handing.class);

    private static final Duration WHILE = Duration.ofSeconds(5);
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
        // A server that lets in a few lines and no more takes the mail all the same.
        if (thrown != null && !(thrown instanceof Relay.Unreachable && allowance.handed() > 0)) {
            throw thrown;
        }
    }

    private void guarded(AtomicReference<@Nullable RuntimeException> failure) {
        try (var line = messages.outlet().open()) {
            hand(line);
        } catch (RuntimeException e) {
            failure.accumulateAndGet(
                    e, (before, now) -> before == null || before instanceof Relay.Unreachable ? now : before);
        }
    }

    private static void join(Thread other) {
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A message that was taken, the link that it will carry, and how it is followed. */
    private record Linked(Batches.Taken taken, SecretLink link, Following.@Nullable Marked marked) {}

    /** What is in hand together, and since when its readers are known to be free to be written to; the last has nothing. */
    private record Batch(UUID id, long asked, List<Linked> messages, boolean isLast) {

        static final Batch NONE = new Batch(new UUID(0, 0), 0, List.of(), true);
    }

    /** What became of a batch, and what went wrong on our side meanwhile. */
    private record Past(
            UUID batch, List<Told> told, @Nullable RuntimeException thrown) {

        boolean endsLine() {
            return thrown != null || told.stream().anyMatch(Told::isBroken);
        }
    }

    private void hand(Relay.Line line) {
        var last = new Past(Batch.NONE.id(), List.of(), null);
        int size = FIRST;
        while (true) {
            var next = exchanged(last, size);
            if (last.thrown() != null) {
                throw last.thrown();
            }
            if (next.isLast()) {
                return;
            }
            long begun = System.nanoTime();
            last = carried(line, next);
            long took = System.nanoTime() - begun;
            size = took < SHORT ? Math.min(LARGEST, size * 2) : took > LONG ? Math.max(1, size / 2) : size;
        }
    }

    /** Settles what was handed over and takes the next, in one transaction; then, each by itself, what that one could not see. */
    private Batch exchanged(Past before, int size) {
        var now = clock.instant();
        var settled = before.told().stream().map(told -> told.settled(now)).toList();
        allowance.giveBack(
                (int) before.told().stream().filter(told -> !told.wasTried()).count());
        var unseen = new ArrayList<Settlements.Settled>();
        Batch next;
        try {
            next = purposes.as(Purpose.MARKETING, () -> {
                unseen.addAll(settlements.settle(before.batch(), settled));
                holdBack(before.told());
                return isOver(before) ? Batch.NONE : next(size);
            });
        } catch (RuntimeException e) {
            settleAlone(before.batch(), settled, e);
            throw e;
        }
        settleUnseen(before.batch(), unseen);
        return next;
    }

    /** What has left is known to have left, though the next cannot be taken. If it was settled after all, its batch is gone and nothing is done twice. */
    private void settleAlone(UUID batch, List<Settlements.Settled> settled, RuntimeException why) {
        try {
            settleUnseen(batch, purposes.as(Purpose.MARKETING, () -> settlements.settle(batch, settled)));
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    private void settleUnseen(UUID batch, List<Settlements.Settled> unseen) {
        unseen.forEach(one -> purposes.as(Purpose.MARKETING, () -> settlements.settleUnseen(batch, one)));
    }

    /** Of a domain that waits, what waits in the queue waits as long: it must not stand in the way of others. */
    private void holdBack(List<Told> before) {
        var domains = new HashMap<String, Instant>();
        for (var one : before) {
            var until = one.heldUntil();
            if (until != null) {
                domains.put(one.domain(), until);
            }
        }
        domains.forEach((domain, until) -> settlements.holdBack(
                messages.campaign().id(),
                new Settlements.Wait(domain, until, messages.outlet().domainPerMinute())));
    }

    private boolean isOver(Past before) {
        return before.endsLine()
                || System.nanoTime() > end
                || Thread.currentThread().isInterrupted();
    }

    /** The next that may leave; whoever may not is skipped. Where all are, that is a batch too, so that a long row of them is no long transaction. */
    private Batch next(int size) {
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
        return new Batch(id, asked, ready, taken.isEmpty());
    }

    /** In the order of the queue, and by one line at a time: what one has taken is marked for the others when it commits. */
    private List<Batches.Taken> taken(UUID id, List<String> prints) {
        taking.lock();
        try {
            var batch = batches.take(messages.campaign(), new Batches.Hand(id, prints, after, due, messages.own()));
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

    /** Whatever goes wrong on our side, what became of each message so far is kept, and those that were not tried go back. */
    private Past carried(Relay.Line line, Batch batch) {
        var told = new ArrayList<Told>(batch.messages().size());
        try {
            carry(line, batch, told);
            return new Past(batch.id(), told, null);
        } catch (RuntimeException e) {
            batch.messages().stream().skip(told.size()).forEach(one -> told.add(Told.back(one.taken())));
            return new Past(batch.id(), told, e);
        }
    }

    private void carry(Relay.Line line, Batch batch, List<Told> told) {
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
                    || isOld(batch)
                    || allowance.isOver()
                    || (may != null && !may.contains(one.taken().id()))) {
                told.add(Told.back(one.taken()));
                continue;
            }
            told.add(carried(line, one));
            allowance.told(Objects.requireNonNull(told.getLast().handover()).outcome());
            broken = told.getLast().isBroken();
        }
    }

    /** What the company's own fields said when it was taken may be withheld, or another's by now: what says them is taken anew instead. */
    private boolean isOld(Batch batch) {
        return messages.own().isSaid() && System.nanoTime() - batch.asked() > WHILE.toNanos();
    }

    /** One that cannot be written waits as if the server had put it off; of one that failed on its way nobody knows. Neither is tried for ever. */
    private Told carried(Relay.Line line, Linked one) {
        var outcome = Handover.Outcome.LATER;
        try {
            var parcel = messages.to(one.taken(), one.link(), one.marked()).parcel();
            outcome = Handover.Outcome.UNCERTAIN;
            return new Told(one.taken(), parcel.words().subject(), line.carry(parcel));
        } catch (RuntimeException e) {
            LOG.error("Message {} could not be handed over", one.taken().id(), e);
            return Told.of(one.taken(), outcome);
        }
    }

    private Set<UUID> still(Batch batch, int from) {
        var rest = batch.messages().subList(from, batch.messages().size());
        var ids = rest.stream().map(one -> one.taken().id()).toList();
        return purposes.as(Purpose.MARKETING, () -> batches.still(messages.campaign(), batch.id(), ids));
    }
}
