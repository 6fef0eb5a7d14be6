package fi.seloste.store;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts what is done in this house, so that nobody looks for changes where nothing was done. A transaction of a request or a job counts in any case, one of
 * a round only where the round has written something: most of them look and find nothing to do.
 */
@Component
public class Doings {

    private final AtomicLong count = new AtomicLong();
    private final ThreadLocal<@Nullable Round> running = new ThreadLocal<>();

    private static final class Round {
        private boolean wrote;
    }

    /** Another number than before where something was done since, and has been committed. */
    public long count() {
        return count.get();
    }

    void round(Runnable work) {
        running.set(new Round());
        try {
            work.run();
        } finally {
            running.remove();
        }
    }

    void wrote() {
        var round = running.get();
        if (round != null) {
            round.wrote = true;
        }
    }

    /** A transaction has ended. */
    void ended() {
        var round = running.get();
        if (round == null || round.wrote) {
            count.incrementAndGet();
        }
    }
}
