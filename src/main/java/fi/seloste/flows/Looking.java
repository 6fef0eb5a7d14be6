package fi.seloste.flows;

import fi.seloste.base.Problem;
import fi.seloste.marketing.Criteria;
import fi.seloste.marketing.Targeting;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks for people who have come into an audience or to an event with which a flow begins: a part of them each time, going round and round, so that the
 * largest audience costs no more than a small one.
 */
@Component
public class Looking {

    private static final int PART = 5_000;
    private static final UUID BEGINNING = new UUID(0, 0);

    private final FlowRecords flows;
    private final Passages passages;
    private final Targeting targeting;
    private final Purposes purposes;
    private final Clock clock;

    Looking(FlowRecords flows, Passages passages, Targeting targeting, Purposes purposes, Clock clock) {
        this.flows = flows;
        this.passages = passages;
        this.targeting = targeting;
        this.purposes = purposes;
        this.clock = clock;
    }

    /** A part for each flow that runs. */
    public void run() {
        purposes.as(Purpose.MARKETING, () -> flows.in(Flow.State.RUNNING)).stream()
                .filter(flow -> flow.plan().trigger().kind().isLookedFor())
                .forEach(flow -> purposes.as(Purpose.MARKETING, () -> look(flow)));
    }

    private void look(Flow flow) {
        criteria(flow.plan().trigger()).ifPresent(criteria -> look(flow, criteria));
    }

    /** The flow is held, so that nobody enters while it is being ended. */
    private void look(Flow flow, Criteria criteria) {
        if (flows.hold(flow.id())
                .filter(one -> one.state() == Flow.State.RUNNING)
                .isEmpty()) {
            return;
        }
        var from = flows.lookedTo(flow.id());
        var found = targeting.fitting(criteria, from == null ? BEGINNING : from, PART);
        if (!found.isEmpty()) {
            // Whoever is passed over is found again the next time round.
            passages.enterWithoutWaiting(flow.id(), found, clock.instant());
        }
        var to = found.size() < PART ? null : found.getLast().value();
        if (from != null || to != null) {
            flows.lookedTo(flow.id(), to);
        }
    }

    /** Into an audience that is gone nobody comes. */
    private Optional<Criteria> criteria(Trigger trigger) {
        if (trigger.kind() != Trigger.Kind.AUDIENCE) {
            return trigger.question();
        }
        var id = UUID.fromString(trigger.value());
        try {
            return Optional.of(targeting.get(id).criteria());
        } catch (Problem.NotFound gone) {
            return Optional.empty();
        }
    }
}
