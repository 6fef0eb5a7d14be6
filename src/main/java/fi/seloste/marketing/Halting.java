package fi.seloste.marketing;

import fi.seloste.senders.Outlets;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps why a campaign does not get on, so that whoever looks at it is told, and knows how its servers are. */
@Component
class Halting {

    private final Halts halts;
    private final Outlets outlets;
    private final Purposes purposes;

    Halting(Halts halts, Outlets outlets, Purposes purposes) {
        this.halts = halts;
        this.outlets = outlets;
        this.purposes = purposes;
    }

    /** The way of a campaign that is leaving: what keeps all of it, and how the servers of its pool are. */
    record Way(@Nullable Halt halt, Outlets.@Nullable Health health) {

        static final Way FREE = new Way(null, null);
    }

    Way of(Campaign campaign) {
        return campaign.state() == Campaign.State.SENDING
                ? new Way(
                        purposes.as(Purpose.MARKETING, () -> halts.of(campaign.id()))
                                .orElse(null),
                        health(campaign))
                : Way.FREE;
    }

    /** No server takes anything of it just now. */
    void stands(Campaign campaign) {
        var health = health(campaign);
        var code = health == null ? "unreachable" : health.servers() == 0 ? "serverless" : "resting";
        purposes.as(Purpose.MARKETING, () -> halts.halt(campaign.id(), code, health == null ? null : health.again()));
    }

    void goesOn(Campaign campaign) {
        purposes.as(Purpose.MARKETING, () -> halts.goesOn(campaign.id()));
    }

    private Outlets.@Nullable Health health(Campaign campaign) {
        return outlets.health(campaign.plan().sender().chosen());
    }
}
