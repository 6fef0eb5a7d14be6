package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.NextName;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The door to drafts: one begins as another campaign was, and one that is not wanted goes. */
@Component
public class Drafting {

    private final Marketing marketing;
    private final Lastings lastings;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;

    Drafting(Marketing marketing, Lastings lastings, Evidence evidence, ApplicationEventPublisher events) {
        this.marketing = marketing;
        this.lastings = lastings;
        this.evidence = evidence;
        this.events = events;
    }

    /** A draft with the same plan and words, whatever became of the first. Who gets it is found anew, and a second person looks at it anew. */
    @As(Purpose.MARKETING)
    public UUID copy(UUID id, Actor actor) {
        var first = marketing.get(id);
        return marketing.addLike(
                first.plan().named(NextName.after(first.name())), first.content(), first.content(), actor);
    }

    /** A draft of which nothing ever left, with all that was noted about it. A mail of a flow goes by its flow. */
    @As(Purpose.MARKETING)
    public void remove(UUID id, Actor actor) {
        var draft = marketing.changeable(id);
        if (lastings.isThere(id)) {
            throw Problem.conflict("campaigns.remove.lasting");
        }
        events.publishEvent(new Campaign.Forgotten(draft.id()));
        lastings.remove(id);
        evidence.record(actor, Act.of("campaign-removed").about("campaign", id));
    }
}
