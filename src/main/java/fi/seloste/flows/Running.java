package fi.seloste.flows;

import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Leads people on through the flows that run, many at a time: those who are taken together go in one transaction, so whatever ends the process, nobody is led
 * twice over a step and nobody is passed over.
 */
@Component
public class Running {

    /** So few that whoever bans marketing meanwhile waits for them no longer than anybody notices. */
    private static final int TOGETHER = 200;

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

    /**
     * As long as some are due they are led on without a rest, for a while; then the next flow has its turn. Where nobody at the head can be taken, since they are
     * all being changed, as by an import, those behind them go.
     */
    private void run(UUID flow) {
        var drawings = new HashMap<UUID, Drawing>();
        long end = System.nanoTime() + WHILE.toNanos();
        int past = 0;
        while (!Thread.currentThread().isInterrupted() && System.nanoTime() < end) {
            if (lead(flow, past, drawings) == 0) {
                past += TOGETHER;
                if (due(flow, past, 1).isEmpty()) {
                    return;
                }
            }
        }
    }

    /** Some of them together; how many were led on or put off. What fails for one of them is undone for all, and then each goes alone. */
    private int lead(UUID flow, int past, Map<UUID, Drawing> drawings) {
        try {
            return purposes.as(
                    Purpose.MARKETING, () -> lead(passages.take(flow, clock.instant(), past, TOGETHER), drawings));
        } catch (RuntimeException e) {
            LOG.warn("Some in flow {} could not be led on together, so each goes alone: {}", flow, e.toString());
            return (int) due(flow, past, TOGETHER).stream()
                    .filter(id -> leadAlone(id, drawings))
                    .count();
        }
    }

    private List<UUID> due(UUID flow, int past, int most) {
        return purposes.as(Purpose.MARKETING, () -> passages.due(flow, clock.instant(), past, most));
    }

    private int lead(List<Passage> taken, Map<UUID, Drawing> drawings) {
        taken.stream()
                .collect(Collectors.groupingBy(Passage::edition))
                .forEach((edition, people) -> leading.lead(people, drawings.computeIfAbsent(edition, this::drawing)));
        return taken.size();
    }

    /** What fails for one holds nobody else up: it is tried again a while later. False where somebody else holds them, so that nothing was done. */
    private boolean leadAlone(UUID id, Map<UUID, Drawing> drawings) {
        try {
            return purposes.as(
                    Purpose.MARKETING,
                    () -> passages.take(id, clock.instant())
                            .map(one -> lead(List.of(one), drawings))
                            .isPresent());
        } catch (RuntimeException e) {
            LOG.warn("A step of passage {} could not be done and is tried again later: {}", id, e.toString());
            purposes.as(
                    Purpose.MARKETING, () -> passages.putOff(id, clock.instant().plus(LATER)));
            return true;
        }
    }

    private Drawing drawing(UUID edition) {
        return flows.edition(edition).orElseThrow().drawing();
    }
}
