package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.base.Spot;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.marketing.Campaign.State;
import fi.seloste.senders.Senders;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to campaigns. Everything is done in the marketing purpose, on its own login; only how many are hidden from it is counted elsewhere. There is
 * no way to send to somebody whom it does not see.
 */
@Component
public class Marketing {

    /** Of more nobody chooses in a list. */
    private static final int CHOICE = 200;

    private static final Duration FARTHEST = Duration.ofDays(366);

    private final Campaigns campaigns;
    private final Targeting targeting;
    private final Deliveries deliveries;
    private final Tallies tallies;
    private final Looking looking;
    private final Departure departure;
    private final Lastings lastings;
    private final Senders senders;
    private final SecondPerson secondPerson;
    private final MergeFields fields;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Clock clock;

    Marketing(
            Campaigns campaigns,
            Targeting targeting,
            Deliveries deliveries,
            Tallies tallies,
            Looking looking,
            Departure departure,
            Lastings lastings,
            Senders senders,
            SecondPerson secondPerson,
            MergeFields fields,
            Evidence evidence,
            Purposes purposes,
            Clock clock) {
        this.campaigns = campaigns;
        this.targeting = targeting;
        this.deliveries = deliveries;
        this.tallies = tallies;
        this.looking = looking;
        this.departure = departure;
        this.lastings = lastings;
        this.senders = senders;
        this.secondPerson = secondPerson;
        this.fields = fields;
        this.evidence = evidence;
        this.purposes = purposes;
        this.clock = clock;
    }

    /** To choose among: what was touched last on top. */
    @As(Purpose.MARKETING)
    public List<Campaign> choice() {
        return campaigns.touched(CampaignQuery.ALL, null, CHOICE);
    }

    @As(Purpose.MARKETING)
    public Paged<Campaign> touched(Paging asked) {
        return touched(CampaignQuery.ALL, asked);
    }

    @As(Purpose.MARKETING)
    public Paged<Campaign> touched(CampaignQuery query, Paging asked) {
        return Paged.of(
                campaigns.touched(query, asked.afterSpot(), asked.limit() + 1),
                asked,
                one -> new Spot(one.course().changedAt(), one.id()));
    }

    @As(Purpose.MARKETING)
    public Paged<Campaign> list(Paging asked) {
        return Paged.of(campaigns.after(asked.afterId(), asked.limit() + 1), asked, Campaign::id);
    }

    @As(Purpose.MARKETING)
    public Map<UUID, Report.Numbers> numbers(Collection<UUID> ids) {
        return tallies.numbers(ids);
    }

    @As(Purpose.MARKETING)
    public Campaign get(UUID id) {
        return campaigns.find(id).orElseThrow(() -> Problem.notFound("campaign"));
    }

    @As(Purpose.MARKETING)
    public Report report(UUID id) {
        get(id);
        return tallies.report(id);
    }

    /** Some of its messages that left. */
    @As(Purpose.MARKETING)
    public List<UUID> left(UUID id, int most) {
        return deliveries.left(id, most);
    }

    @As(Purpose.MARKETING)
    public List<Deed> deeds(UUID id) {
        return campaigns.deeds(id);
    }

    /** A draft. What the notice does not let a message say of its reader is refused, here and at every change. */
    @As(Purpose.MARKETING)
    public UUID add(Campaign.Plan plan, Content content, Actor actor) {
        return addLike(plan, content, Content.NOTHING, actor);
    }

    /** With words that come from another: what was said there already is told by the checks and not refused. */
    @As(Purpose.MARKETING)
    public UUID addLike(Campaign.Plan plan, Content content, Content before, Actor actor) {
        mustBeThere(plan);
        fields.mustBeSayable(content, before);
        var id = campaigns.add(plan, content, actor, clock.instant());
        campaigns.did(id, "made", null, actor, clock.instant());
        evidence.record(actor, Act.of("campaign-made").about("campaign", id));
        return id;
    }

    private void mustBeThere(Campaign.Plan plan) {
        if (plan.audience() != null) {
            targeting.get(plan.audience());
        }
        var chosen = plan.sender().chosen();
        if (chosen != null) {
            Problem.named("sender", () -> senders.get(chosen));
        }
    }

    /** Changes a draft; what somebody else edited meanwhile is refused, and so is another ground or audience for a mail that belongs to something larger. */
    @As(Purpose.MARKETING)
    public void change(UUID id, Campaign.Plan plan, Content content, int seen) {
        var before = held(id);
        before.mustBeAt(seen);
        if (lastings.isThere(id)) {
            before.plan().mustGoTo(plan);
        }
        rewrite(before, plan, content);
    }

    /** Whatever it belongs to. */
    void rewrite(Campaign before, Campaign.Plan plan, Content content) {
        var id = before.id();
        mustBeThere(plan);
        fields.mustBeSayable(content, before.content());
        campaigns.set(id, plan, content, clock.instant());
        if (!before.reads(plan, content)) {
            secondPerson.lapse(id);
        }
    }

    /** For a module above that changes what a draft sends besides: nobody else changes it until the transaction ends, and no word on it holds any more. */
    @As(Purpose.MARKETING)
    public Campaign changing(UUID id) {
        var campaign = held(id);
        if (campaign.isDraft()) {
            secondPerson.lapse(id);
        }
        return campaign;
    }

    /** Held, if it is a draft. */
    Campaign changeable(UUID id) {
        var campaign = held(id);
        campaign.mustBe(State.DRAFT);
        return campaign;
    }

    /** Whom it would reach now, and what blocks it. */
    public Looked look(UUID id) {
        return looking.at(purposes.as(Purpose.MARKETING, () -> get(id)));
    }

    /** For whoever gives or refuses a word on it: it is not asked whom it would reach. */
    Looked glance(UUID id) {
        return looking.glanced(purposes.as(Purpose.MARKETING, () -> get(id)));
    }

    /** As its page shows it: of one that is on its way it is not asked again whom it would reach, and of very many only if somebody waits for it. */
    public Looked see(UUID id, boolean waits) {
        return looking.seen(purposes.as(Purpose.MARKETING, () -> get(id)), waits);
    }

    /** Lets it leave now. Nobody waits until it is found out who of very many gets it: the next round does that, within a second. */
    public void letLeave(UUID id, Actor actor) {
        var looked = ready(id);
        if (!targeting.isLarge(looked.reach().people())) {
            departure.now(looked, actor);
        } else {
            departure.at(looked, null, "sent", actor);
        }
    }

    /** Freezes whom it reaches and lets it leave, if nothing blocks it. */
    public void send(UUID id, Actor actor) {
        var looked = ready(id);
        departure.now(looked, actor);
    }

    private Looked ready(UUID id) {
        var looked = look(id);
        looked.campaign().mustBe(State.DRAFT, State.SCHEDULED);
        looked.mustBeAbleToLeave(looked.campaign().due());
        return looked;
    }

    Campaign heldAs(Looked looked) {
        return departure.heldAs(looked);
    }

    /** It leaves at that time, if nothing blocks it now nor then. */
    public void schedule(UUID id, Instant at, Actor actor) {
        mustBeToCome(at);
        var looked = look(id);
        looked.campaign().mustBe(State.DRAFT);
        looked.mustBeAbleToLeave(at);
        departure.at(looked, at, "scheduled", actor);
    }

    void mustBeToCome(Instant at) {
        if (!at.isAfter(clock.instant()) || at.isAfter(clock.instant().plus(FARTHEST))) {
            throw Problem.invalid("startsAt", "marketing.campaign.startsAt");
        }
    }

    @As(Purpose.MARKETING)
    public void pause(UUID id, @Nullable String note, Actor actor) {
        var campaign = held(id);
        campaign.mustBe(State.SENDING);
        move(campaign, State.PAUSED, "paused", note, actor);
    }

    /** Not where what stopped it still holds: what is withheld is told, and a mail of a paused flow goes on with its flow. */
    @As(Purpose.MARKETING)
    public void resume(UUID id, Actor actor) {
        var campaign = held(id);
        campaign.mustBe(State.PAUSED);
        if (Deed.whyPaused(deeds(id)).filter(Lasting.WITH_FLOW::equals).isPresent()) {
            throw Problem.conflict("marketing.lasting.waits");
        }
        fields.withheld(campaign).stream().findFirst().ifPresent(said -> {
            throw Problem.conflict(said.key(), said.arguments().toArray());
        });
        move(campaign, State.SENDING, "resumed", null, actor);
    }

    /** What has not left will not; what was only scheduled is a draft again. */
    @As(Purpose.MARKETING)
    public void cancel(UUID id, @Nullable String note, Actor actor) {
        var campaign = held(id);
        campaign.mustBe(State.SCHEDULED, State.SENDING, State.PAUSED);
        if (campaign.state() == State.SCHEDULED) {
            move(campaign, State.DRAFT, "cancelled", note, actor);
            secondPerson.lapse(id);
            return;
        }
        move(campaign, State.CANCELLED, "cancelled", note, actor);
        deliveries.cancel(id);
        evidence.record(actor, Act.of("campaign-cancelled").about("campaign", id));
    }

    /** Nobody of it waits any more. */
    void end(UUID id, Actor actor) {
        var campaign = held(id);
        if (campaign.state() == State.SENDING && !lastings.isOpen(id) && deliveries.isDone(id)) {
            move(campaign, State.SENT, "ended", null, actor);
        }
    }

    /** Somebody had it sent to themselves. */
    @As(Purpose.MARKETING)
    public void tested(UUID id, Actor actor) {
        campaigns.did(id, "tested", null, actor, clock.instant());
    }

    void move(Campaign campaign, State to, String deed, @Nullable String note, Actor actor) {
        campaigns.move(campaign.id(), to, clock.instant());
        campaigns.did(campaign.id(), deed, note, actor, clock.instant());
    }

    Campaign held(UUID id) {
        return campaigns.hold(id).orElseThrow(() -> Problem.notFound("campaign"));
    }
}
