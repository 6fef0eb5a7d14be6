package fi.seloste.flows;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets all of an audience enter a flow: few at once, very many part by part. What was asked is a row until it is done or taken back, and each part commits with
 * how far it came, so whatever ends the process, nobody is left out and nobody enters twice.
 */
@Component
public class Adding {

    private static final UUID BEGINNING = new UUID(0, 0);
    private static final Duration WHILE = Duration.ofSeconds(5);
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
        var found = targeting.fitting(criteria, BEGINNING, Integer.MAX_VALUE);
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

    /** Goes on with what is under way, each for a while. */
    public void run() {
        purposes.as(Purpose.MARKETING, () -> additions.open()).forEach(this::run);
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
        var found = found(one.audience(), additions.lookedTo(one.id()).orElse(BEGINNING));
        if (!found.isEmpty()) {
            int entered = passages.enter(one.flow(), found, clock.instant());
            additions.cameTo(one.id(), found.getLast(), found.size(), entered);
        }
        if (found.size() == part) {
            return true;
        }
        var done = additions.hold(one.id()).orElseThrow().progress();
        additions.end(one.id(), "done", clock.instant());
        did(one.flow(), "people-added", Map.of("people", done.entered()), SYSTEM);
        return false;
    }

    /** In an audience that is gone nobody is any more. */
    private List<PersonId> found(UUID audience, UUID after) {
        try {
            return targeting.fitting(targeting.get(audience).criteria(), after, part);
        } catch (Problem.NotFound gone) {
            return List.of();
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
