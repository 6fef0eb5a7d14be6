package fi.seloste.marketing;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on each campaign by itself. A mail server that was told a message to its end may think about it for ten minutes, and giving up on it earlier sends the
 * message twice (RFC 5321, 4.5.3.2.6); so whoever works on that campaign goes on waiting, and all the others go on.
 */
final class Apart {

    private static final Logger LOG = LoggerFactory.getLogger(Apart.class);
    private static final Duration TO_SETTLE = Duration.ofSeconds(5);

    private final Duration patience;
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();

    Apart(Duration patience) {
        this.patience = patience;
    }

    /** Campaigns on which somebody still works. */
    Set<UUID> held() {
        return Set.copyOf(held);
    }

    /** What came of the work; false where it is still held after all patience. */
    boolean within(UUID campaign, BooleanSupplier work) {
        held.add(campaign);
        var task = new FutureTask<>(() -> done(campaign, work));
        var thread = Thread.ofPlatform().daemon().name("campaign").start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Campaign {} is held, most likely by a mail server that says nothing; the others go on", campaign);
            return false;
        } catch (InterruptedException e) {
            end(thread);
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private boolean done(UUID campaign, BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } finally {
            held.remove(campaign);
        }
    }

    /** The house is closing: what has left is still noted. */
    private static void end(Thread thread) {
        thread.interrupt();
        try {
            boolean ignored = thread.join(TO_SETTLE);
        } catch (InterruptedException e) {
            LOG.debug("Closing did not wait", e);
        }
        Thread.currentThread().interrupt();
    }
}
