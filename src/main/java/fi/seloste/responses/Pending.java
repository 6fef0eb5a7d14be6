package fi.seloste.responses;

import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Events that came and are not written yet: a tenth of a second of them, which is what the death of the process may cost. Where the database does not
 * take them they wait, up to a bound.
 */
@Component
class Pending {

    private static final Logger LOG = LoggerFactory.getLogger(Pending.class);
    private static final int DELAY = 80;
    private static final int MOST = 300_000;
    private static final int AT_ONCE = 5_000;

    private final ResponseRecords records;
    private final Ground ground;
    private final Purposes purposes;
    private final ConcurrentLinkedQueue<Change> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("responses").factory());

    Pending(ResponseRecords records, Ground ground, Purposes purposes) {
        this.records = records;
        this.ground = ground;
        this.purposes = purposes;
    }

    /** An event to be kept, or one that was kept as a person's and turned out to be a machine's. */
    record Change(Event event, Rule corrected) {

        boolean isCorrection() {
            return corrected.isMachine();
        }
    }

    void add(Event event) {
        put(new Change(event, Rule.NONE));
    }

    void correct(Event event, Rule rule) {
        put(new Change(event, rule));
    }

    private void put(Change change) {
        if (waiting.incrementAndGet() > MOST) {
            waiting.decrementAndGet();
            dropped.incrementAndGet();
            return;
        }
        queue.add(change);
        ask(DELAY);
    }

    private void ask(int millis) {
        if (asked.compareAndSet(false, true)) {
            writer.schedule(this::write, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void write() {
        asked.set(false);
        try {
            flush();
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} responses wait, since the database does not take them: {}",
                    waiting.get(),
                    e.getClass().getSimpleName());
            ask(1_000);
        }
    }

    /** In the order in which they came; one at a time. */
    synchronized void flush() {
        int lost = dropped.getAndSet(0);
        if (lost > 0) {
            LOG.warn("{} responses were not kept, since too many waited", lost);
        }
        while (!queue.isEmpty()) {
            var batch = peeked();
            purposes.apart(Purpose.MARKETING, () -> {
                records.write(batch, ground.now());
                return batch;
            });
            batch.forEach(one -> queue.poll());
            waiting.addAndGet(-batch.size());
        }
    }

    private List<Change> peeked() {
        var batch = new ArrayList<Change>();
        for (var one : queue) {
            if (batch.size() == AT_ONCE) {
                break;
            }
            batch.add(one);
        }
        return batch;
    }
}
