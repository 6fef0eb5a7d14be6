package fi.seloste.store;

import fi.seloste.installation.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The connections to the house's mail server that letters share. One carries many letters, rests a while after the last and ends with a word. A server may
 * end it meanwhile; it has taken nothing then, and the letter goes over a new one.
 */
@Component
class KeptLines implements DisposableBean {

    /** As many as letters leave at once. */
    private static final int MOST = 3;
    /** Mail servers wait for minutes, and firewalls between forget sooner. */
    private static final Duration REST = Duration.ofSeconds(10);
    /** After so many a line is opened anew: many servers end it about there. */
    private static final int LETTERS = 100;

    private final Deque<Kept> resting = new ArrayDeque<>();
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("kept-lines").factory());
    private final Clock clock;
    private boolean watched;
    private boolean closed;

    KeptLines(Clock clock) {
        this.clock = clock;
        watch.setKeepAliveTime(1, TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
    }

    /** Where a line leads and what it trusts: after a change of the settings no letter goes the old way. */
    private record Way(Relay.Server server, @Nullable Path authority) {}

    private record Kept(Way way, SmtpLine line, int carried, Instant since) {

        boolean isFresh(Instant now) {
            return now.isBefore(since.plus(REST));
        }
    }

    /** Outside any transaction. What the server said about the letter, or {@link Relay.Unreachable}. */
    Handover carry(Relay.Server server, Settings settings, Function<SmtpLine, Handover> letter) {
        var way = new Way(server, settings.mailAuthority());
        var kept = take(way);
        if (kept != null) {
            var said = over(kept, letter);
            if (!said.isOfTheLine()) {
                return said;
            }
        }
        return over(new Kept(way, SmtpLine.open(settings, server, "", null, clock), 0, clock.instant()), letter);
    }

    private Handover over(Kept kept, Function<SmtpLine, Handover> letter) {
        boolean well = false;
        try {
            var said = letter.apply(kept.line());
            well = kept.line().isOpen() && kept.carried() + 1 < LETTERS;
            return said;
        } finally {
            if (!well || !rests(kept)) {
                kept.line().close();
            }
        }
    }

    private @Nullable Kept take(Way way) {
        var over = new ArrayList<Kept>();
        var taken = take(way, over);
        over.forEach(one -> one.line().close());
        return taken;
    }

    private synchronized @Nullable Kept take(Way way, List<Kept> over) {
        // The one that rested last: those below it come to their end when fewer letters leave.
        for (var one = resting.poll(); one != null; one = resting.poll()) {
            if (one.way().equals(way) && one.isFresh(clock.instant())) {
                return one;
            }
            over.add(one);
        }
        return null;
    }

    /** False where there are enough. */
    private synchronized boolean rests(Kept kept) {
        if (closed || resting.size() >= MOST) {
            return false;
        }
        resting.push(new Kept(kept.way(), kept.line(), kept.carried() + 1, clock.instant()));
        if (!watched) {
            watched = true;
            watch.schedule(this::look, REST.toMillis(), TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private void look() {
        endRested();
        synchronized (this) {
            watched = !closed && !resting.isEmpty();
            if (watched) {
                watch.schedule(this::look, REST.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Those that have rested long enough; the server is told. */
    void endRested() {
        var over = new ArrayList<Kept>();
        synchronized (this) {
            resting.stream().filter(one -> !one.isFresh(clock.instant())).forEach(over::add);
            resting.removeAll(over);
        }
        over.forEach(one -> one.line().close());
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
        var all = new ArrayList<Kept>();
        synchronized (this) {
            closed = true;
            all.addAll(resting);
            resting.clear();
        }
        all.forEach(one -> one.line().close());
    }
}
