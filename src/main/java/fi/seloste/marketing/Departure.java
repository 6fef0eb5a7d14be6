package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.marketing.Campaign.State;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets a campaign leave that was looked at, if it still is what was looked at. Runs in the marketing purpose. */
@Component
class Departure {

    private final Campaigns campaigns;
    private final Crowds crowds;
    private final Tallies tallies;
    private final SecondPerson secondPerson;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Departure(
            Campaigns campaigns,
            Crowds crowds,
            Tallies tallies,
            SecondPerson secondPerson,
            Evidence evidence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.crowds = crowds;
        this.tallies = tallies;
        this.secondPerson = secondPerson;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /** Lays out its messages. */
    @As(Purpose.MARKETING)
    public void now(Looked looked, Actor actor) {
        var campaign = unchanged(looked);
        var queued = crowds.freeze(Looking.aim(campaign, looked.audience()), campaign.content());
        tallies.exclude(campaign.id(), looked.reach().excluded());
        campaigns.move(campaign.id(), State.SENDING, clock.instant());
        campaigns.did(campaign.id(), "started", null, actor, clock.instant());
        events.publishEvent(new Campaign.Begun(campaign.id()));
        evidence.record(
                actor,
                Act.of("campaign-started").about("campaign", campaign.id()).with(started(queued, looked.sight())));
    }

    private static Map<String, ?> started(int people, Sight sight) {
        var approval = sight.newest();
        return approval == null || !sight.holds()
                ? Map.of("people", people)
                : Map.of("people", people, "approval", approval.id().toString());
    }

    /** Leaves it to the round of that time, or of no time to the next. */
    @As(Purpose.MARKETING)
    public void at(Looked looked, @Nullable Instant at, String deed, Actor actor) {
        var id = unchanged(looked).id();
        campaigns.schedule(id, at, clock.instant());
        campaigns.did(id, deed, null, actor, clock.instant());
        evidence.record(actor, Act.of("campaign-" + deed).about("campaign", id));
    }

    /** Held as it was looked at: nobody changed it meanwhile, nor what a second person approved. */
    private Campaign unchanged(Looked looked) {
        var campaign = heldAs(looked);
        var now = secondPerson.sight(campaign, looked.audience());
        if (now.wanted() && !now.holds()) {
            throw stale();
        }
        return campaign;
    }

    Campaign heldAs(Looked looked) {
        var seen = looked.campaign();
        var campaign = campaigns.hold(seen.id()).orElseThrow(() -> Problem.notFound("campaign"));
        if (campaign.version() != seen.version()) {
            throw stale();
        }
        return campaign;
    }

    private static Problem stale() {
        return Problem.stale("marketing.campaign.stale");
    }
}
