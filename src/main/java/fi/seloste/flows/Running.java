package fi.seloste.flows;

import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Leads people on through the flows that run, one at a time and each in a transaction of their own: whatever ends the process, nobody is led twice over a
 * step and nobody is passed over.
 */
@Component
public class Running {

    private static final int MOST = 500;
    private static final Duration WHILE = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofMinutes(15);
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final FlowRecords flows;
    private final Passages passages;
    private final Leading leading;
    private final Purposes purposes;
    private final Clock clock;

    Running(FlowRecords flows, Passages passages, Leading leading, Purposes purposes, Clock clock) {
        this.flows = flows;
        this.passages = passages;
        this.leading = leading;
        this.purposes = purposes;
        this.clock = clock;
    }

    public void run() {
        var running = purposes.as(Purpose.MARKETING, () -> {
            passages.leaveHidden(clock.instant());
            return passages.flowsWithDue(clock.instant());
        });
        running.forEach(this::run);
    }

    /** As long as many are due they are led on without a rest, for a while; then the next flow has its turn. */
    private void run(UUID flow) {
        var drawings = new HashMap<UUID, Drawing>();
        long end = System.nanoTime() + WHILE.toNanos();
        while (true) {
            var due = purposes.as(Purpose.MARKETING, () -> passages.due(flow, clock.instant(), MOST));
            for (var id : due) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                lead(id, drawings);
            }
            if (due.size() < MOST || System.nanoTime() > end) {
                return;
            }
        }
    }

    /** What fails for one holds nobody else up: it is tried again a while later. */
    private void lead(UUID id, Map<UUID, Drawing> drawings) {
        try {
            purposes.as(
                    Purpose.MARKETING,
                    () -> passages.take(id, clock.instant())
                            .ifPresent(passage ->
                                    leading.lead(passage, drawings.computeIfAbsent(passage.edition(), this::drawing))));
        } catch (RuntimeException e) {
            LOG.warn("A step of passage {} could not be done and is tried again later: {}", id, e.toString());
            purposes.as(
                    Purpose.MARKETING, () -> passages.putOff(id, clock.instant().plus(LATER)));
        }
    }

    private Drawing drawing(UUID edition) {
        return flows.edition(edition).orElseThrow().drawing();
    }
}
