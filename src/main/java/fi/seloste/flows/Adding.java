package fi.seloste.flows;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.flows.Flow.State;
import fi.seloste.marketing.Criteria;
import fi.seloste.marketing.Targeting;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets all of an audience enter a flow: few at once, very many part by part. What was asked is a row until it is done or taken back, and each part commits with
 * how far it came, so whatever ends the process, nobody is left out and nobody enters twice.
 */
@Component
public class Adding {

    private static final int MANY = Integer.MAX_VALUE;
    private static final Duration WHILE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Adding.class);
    private static final Actor SYSTEM = Actor.system("flows");

    private final FlowRecords flows;
    private final Additions additions;
    private final Passages passages;
    private final Targeting targeting;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Clock clock;
    private final int part;

    Adding(
            FlowRecords flows,
            Additions additions,
            Passages passages,
            Targeting targeting,
            Evidence evidence,
            Purposes purposes,
            Clock clock,
            @Value("${seloste.audience.part:5000}") int part) {
        this.flows = flows;
        this.additions = additions;
        this.passages = passages;
        this.targeting = targeting;
        this.evidence = evidence;
        this.purposes = purposes;
        this.clock = clock;
        this.part = part;
    }

    /** Everybody in it. Nobody waits for very many at a page: they enter within the next seconds or minutes. */
    @As(Purpose.MARKETING)
    public Addition.Added add(UUID flow, UUID audience, Actor actor) {
        held(flow).mustBe(State.RUNNING, State.PAUSED);
        var criteria = targeting.get(audience).criteria();
        int people = targeting.count(criteria);
        if (!targeting.isLarge(people)) {
            int entered = enterAll(flow, criteria);
            did(flow, "people-added", Map.of("people", entered), actor);
            return new Addition.Added(entered, false);
        }
        if (additions.add(flow, audience, people, actor, clock.instant())) {
            did(flow, "people-asked", Map.of("segment", audience.toString(), "people", people), actor);
        }
        return new Addition.Added(0, true);
    }

    private int enterAll(UUID flow, Criteria criteria) {
        var found = targeting.fitting(criteria, Additions.BEGINNING, Integer.MAX_VALUE);
        return found.isEmpty() ? 0 : passages.enter(flow, found, clock.instant());
    }

    /** What is under way. */
    @As(Purpose.MARKETING)
    public List<Addition> of(UUID flow) {
        return additions.open(flow);
    }

    /** Whoever has entered stays in; nobody else does. */
    @As(Purpose.MARKETING)
    public void takeBack(UUID flow, UUID id, Actor actor) {
        held(flow);
        var addition = additions.hold(id).filter(one -> one.flow().equals(flow));
        if (addition.isEmpty()) {
            throw Problem.conflict("flows.adding.isDone");
        }
        additions.end(id, "taken-back", clock.instant());
        did(flow, "people-stopped", Map.of("people", addition.get().progress().entered()), actor);
    }

    /** With the flow. */
    void endAll(UUID flow) {
        additions.open(flow).forEach(one -> additions.end(one.id(), "flow-ended", clock.instant()));
    }

    /** Goes on with what is under way, each for a while. What fails for one keeps no other waiting, and is tried again the next time. */
    public void run() {
        for (var one : purposes.as(Purpose.MARKETING, () -> additions.open())) {
            try {
                run(one);
            } catch (RuntimeException e) {
                LOG.warn(
                        "Addition {} to flow {} did not go on and is tried again: {}",
                        one.id(),
                        one.flow(),
                        e.toString());
            }
        }
    }

    private void run(Addition one) {
        long end = System.nanoTime() + WHILE.toNanos();
        while (!Thread.currentThread().isInterrupted() && System.nanoTime() < end) {
            if (!purposes.as(Purpose.MARKETING, () -> goesOn(one))) {
                return;
            }
        }
    }

    /** A part of them; whether more are left. The flow is held first, as by whoever ends it. */
    private boolean goesOn(Addition one) {
        held(one.flow());
        if (additions.hold(one.id()).isEmpty()) {
            return false;
        }
        var criteria = criteria(one.audience());
        if (criteria.isEmpty()) {
            end(one, "audience-gone", "people-gone");
            return false;
        }
        int left = enterPart(one, criteria.get());
        if (left == 0) {
            end(one, "done", "people-added");
        }
        return left == MANY;
    }

    /** With whoever was passed over until now; how many more may be there. Those of the last part who are passed over are waited for by the next round. */
    private int enterPart(Addition one, Criteria criteria) {
        var mark = additions.mark(one.id());
        var found = targeting.fitting(criteria, mark.lookedTo(), part);
        var people = new ArrayList<>(found);
        if (!mark.passedOver().isEmpty()) {
            people.addAll(targeting.fitting(criteria, mark.passedOver()));
        }
        if (people.isEmpty()) {
            return 0;
        }
        var came = passages.enterWithoutWaiting(one.flow(), people, clock.instant());
        var last = found.isEmpty() ? mark.lookedTo() : found.getLast().value();
        additions.cameTo(one.id(), new Additions.Mark(last, came.passedOver()), found.size(), came.entered());
        return found.size() == part ? MANY : came.passedOver().size();
    }

    private void end(Addition one, String outcome, String deed) {
        var done = additions.hold(one.id()).orElseThrow().progress();
        additions.end(one.id(), outcome, clock.instant());
        did(one.flow(), deed, Map.of("people", done.entered()), SYSTEM);
    }

    /** None of an audience that is gone. */
    private Optional<Criteria> criteria(UUID audience) {
        try {
            return Optional.of(targeting.get(audience).criteria());
        } catch (Problem.NotFound gone) {
            return Optional.empty();
        }
    }

    private Flow held(UUID id) {
        return flows.hold(id).orElseThrow(() -> Problem.notFound("flow"));
    }

    private void did(UUID flow, String kind, Map<String, ?> told, Actor actor) {
        flows.did(flow, kind, actor, clock.instant());
        evidence.record(actor, Act.of("flow-" + kind).about("flow", flow).with(told));
    }
}
