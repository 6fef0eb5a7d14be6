package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Sentence;
import fi.seloste.base.Worded;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.marketing.Campaign.State;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The door to campaigns that go to one person at a time, as they come to it. They are written, looked over and sent like any other: by the same checks,
 * through the same gates, from the same queue. Only their readers are not frozen at once, and they last until they are closed.
 */
@Component
public class Lasting {

    /** Why it is paused where all that it belongs to is. */
    static final String WITH_FLOW = "flow";

    private final Marketing marketing;
    private final Lastings lastings;
    private final Recipients recipients;
    private final Deliveries deliveries;
    private final Checks checks;
    private final SecondPerson secondPerson;
    private final TopicSource topics;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Lasting(
            Marketing marketing,
            Lastings lastings,
            Recipients recipients,
            Deliveries deliveries,
            Checks checks,
            SecondPerson secondPerson,
            TopicSource topics,
            Evidence evidence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.marketing = marketing;
        this.lastings = lastings;
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.checks = checks;
        this.secondPerson = secondPerson;
        this.topics = topics;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /** On what messages may stand: a purpose of the notice, or a newsletter and the purpose of its consents. */
    public record Ground(String code, Worded name) {}

    /** What became of handing somebody a message. */
    public sealed interface Handed {

        /** It waits in the queue; permission is asked once more when it leaves. */
        record Queued() implements Handed {}

        /** The gate of this code is shut; one that opens again with time may be asked later. */
        record Held(String reason) implements Handed {}

        /** Marketing does not see the person. */
        record Unseen() implements Handed {}
    }

    public List<Ground> grounds() {
        return Stream.concat(
                        checks.grounds().stream().map(one -> new Ground(one.id(), one.name()::in)),
                        topics.topics().stream()
                                .map(one -> new Ground(
                                        CampaignForm.ground(one.purpose(), one.code()),
                                        language -> Sentence.of("marketing.ground.topic", one.name())
                                                .in(language))))
                .toList();
    }

    @As(Purpose.MARKETING)
    public UUID add(Campaign.Plan plan, Content content, Actor actor) {
        var id = marketing.add(plan, content, actor);
        lastings.add(id, clock.instant());
        return id;
    }

    /** A draft follows what it belongs to: from now on it stands on this ground, in these languages. */
    @As(Purpose.MARKETING)
    public void follow(UUID id, Campaign.Plan plan, Content content) {
        marketing.rewrite(marketing.changeable(id), plan, content);
    }

    /** A draft with the same words, where those of one that has begun are to be changed. */
    @As(Purpose.MARKETING)
    public UUID copy(UUID id, Actor actor) {
        var there = marketing.get(id);
        var copy = marketing.addLike(there.plan(), there.content(), there.content(), actor);
        lastings.add(copy, clock.instant());
        return copy;
    }

    /** What keeps it from leaving, a second person's word among it where the house wants one; one that has begun was looked over when it began. */
    @As(Purpose.MARKETING)
    public List<Check> wrong(UUID id) {
        var campaign = marketing.get(id);
        return campaign.isDraft() ? wrong(campaign) : List.of();
    }

    /** Of a draft on which a word stands: why it does not hold any more, with the right of whoever gave it. Outside any purpose, since accounts are read on another login. */
    public Optional<Check> lost(UUID id) {
        var campaign = marketing.get(id);
        if (!campaign.isDraft()) {
            return Optional.empty();
        }
        var sight = secondPerson.look(campaign, null);
        return sight.wanted() && !sight.holds() ? Optional.of(sight.check()) : Optional.empty();
    }

    private List<Check> wrong(Campaign campaign) {
        var sight = secondPerson.sight(campaign, null);
        var approval = sight.wanted() ? Stream.of(sight.check()) : Stream.<Check>empty();
        return Stream.concat(checks.ofLasting(campaign).stream(), approval)
                .filter(one -> !one.passed())
                .toList();
    }

    /** From now on people may be handed it, unless something is wrong, and then that comes back. Its words stay as they are. */
    @As(Purpose.MARKETING)
    public List<Check> open(UUID id, Actor actor) {
        var campaign = marketing.held(id);
        if (!campaign.isDraft()) {
            return List.of();
        }
        var wrong = wrong(campaign);
        if (wrong.isEmpty()) {
            marketing.move(campaign, State.SENDING, "started", null, actor);
            evidence.record(actor, Act.of("campaign-started").about("campaign", id));
        }
        return wrong;
    }

    /** A draft that nothing leads to any more is removed; one that has begun stays, since it tells what people got. */
    @As(Purpose.MARKETING)
    public void forget(UUID id) {
        if (lastings.isThere(id) && marketing.held(id).isDraft()) {
            events.publishEvent(new Campaign.Forgotten(id));
            lastings.remove(id);
        }
    }

    /** Lays it into the queue for these people, in the caller's transaction: what is rolled back was not handed. Of each it is told what became of it. */
    @As(Purpose.MARKETING)
    public Map<PersonId, Handed> hand(UUID id, Collection<PersonId> people) {
        var campaign = marketing.get(id);
        boolean leaves = campaign.state() == State.SENDING || campaign.state() == State.PAUSED;
        var reasons = leaves ? recipients.hand(campaign, people) : Map.<PersonId, String>of();
        return people.stream().distinct().collect(Collectors.toMap(one -> one, one -> {
            var reason = leaves ? reasons.get(one) : "cancelled";
            return reason == null
                    ? new Handed.Unseen()
                    : reason.isEmpty() ? new Handed.Queued() : new Handed.Held(reason);
        }));
    }

    /** Nobody is handed it any more, and what waits in the queue does not leave. */
    @As(Purpose.MARKETING)
    public void close(UUID id, Actor actor) {
        var campaign = marketing.held(id);
        lastings.close(id, clock.instant());
        if (campaign.state() != State.SENDING && campaign.state() != State.PAUSED) {
            return;
        }
        deliveries.skipHidden(id);
        deliveries.cancel(id);
        if (campaign.state() == State.PAUSED) {
            marketing.move(campaign, State.SENDING, "resumed", null, actor);
        }
    }

    /** Whether messages of it may leave now. One that had stopped by itself goes on too, and stops again where the reason still holds. */
    @As(Purpose.MARKETING)
    public void hold(UUID id, boolean back, Actor actor) {
        var campaign = marketing.held(id);
        var state = campaign.state();
        if (back && (state == State.SENDING || state == State.PAUSED)) {
            marketing.move(campaign, State.PAUSED, "paused", WITH_FLOW, actor);
        } else if (!back && state == State.PAUSED) {
            marketing.move(campaign, State.SENDING, "resumed", null, actor);
        }
    }
}
