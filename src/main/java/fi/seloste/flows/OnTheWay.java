package fi.seloste.flows;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The door to who goes through flows, as far as marketing sees them. */
@Component
public class OnTheWay {

    private final Flows flows;
    private final Passages passages;
    private final Whereabouts whereabouts;
    private final Evidence evidence;
    private final Clock clock;

    OnTheWay(Flows flows, Passages passages, Whereabouts whereabouts, Evidence evidence, Clock clock) {
        this.flows = flows;
        this.passages = passages;
        this.whereabouts = whereabouts;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** How many are on their way. */
    @As(Purpose.MARKETING)
    public int within(UUID id) {
        return whereabouts.within(List.of(id)).getOrDefault(id, 0);
    }

    /** How many left, by the reason. */
    @As(Purpose.MARKETING)
    public Map<String, Integer> left(UUID id) {
        return whereabouts.left(id);
    }

    /** How many stand at each step. */
    @As(Purpose.MARKETING)
    public Map<UUID, Integer> standing(UUID id) {
        return whereabouts.standing(id);
    }

    /** Who is on the way; whoever is told was consulted. */
    @As(Purpose.MARKETING)
    public Paged<Passage.There> there(UUID id, Paging asked, Actor actor) {
        flows.get(id);
        var read = whereabouts.there(id, null, asked.afterId(), asked.limit() + 1);
        var page = Paged.of(read, asked, Passage.There::id);
        evidence.consulted(
                actor,
                Evidence.How.API,
                page.items().stream().map(Passage.There::person).toList());
        return page;
    }

    /** Takes somebody out. */
    @As(Purpose.MARKETING)
    public void takeOut(UUID id, UUID passage, Actor actor) {
        flows.get(id);
        if (passages.leaveAll(id, passage, "taken-out", clock.instant()) > 0) {
            evidence.record(actor, Act.of("flow-taken-out").about("flow", id));
        }
    }
}
