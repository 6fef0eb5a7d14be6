package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Ban;
import fi.seloste.register.ContactDetails;
import fi.seloste.register.MarketingBan;
import fi.seloste.senders.Return;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What follows when a message came back. An address where nobody is reached is written to no more; whoever calls a message spam has objected to
 * marketing (Art. 21(2)), whichever button it was. Told twice, it is done once.
 */
@Component
class Returning {

    static final String COMPLAINED = "complained";
    /** An address that was full or unwilling so often in ninety days is taken for dead. */
    static final int SOFT = 3;

    private final Returns returns;
    private final ContactDetails details;
    private final MarketingBan bans;
    private final Tallies tallies;
    private final Evidence evidence;
    private final Purposes purposes;

    Returning(
            Returns returns,
            ContactDetails details,
            MarketingBan bans,
            Tallies tallies,
            Evidence evidence,
            Purposes purposes) {
        this.returns = returns;
        this.details = details;
        this.bans = bans;
        this.tallies = tallies;
        this.evidence = evidence;
        this.purposes = purposes;
    }

    @EventListener
    void came(Return.Came event) {
        var what = event.what();
        purposes.as(Purpose.SUBJECT, () -> {
            switch (what.kind()) {
                case HARD, SOFT -> returns.bounced(what).ifPresent(one -> bounced(one, what));
                case COMPLAINT -> returns.complained(what).ifPresent(one -> ban(one, COMPLAINED));
                case LEFT ->
                    returns.find(what).ifPresent(one -> {
                        if (ban(one, Unsubscribing.REASON)) {
                            tallies.unsubscribed(one.campaign());
                        }
                    });
            }
        });
    }

    private void bounced(Returns.Returned one, Return what) {
        boolean dead = what.kind() == Return.Kind.HARD || one.soft() >= SOFT;
        if (dead && details.bounced(one.address()) > 0) {
            evidence.record(
                    Sending.SYSTEM, Act.of("address-bounced").on(one.person()).with(Map.of("status", what.status())));
        }
    }

    private boolean ban(Returns.Returned one, String reason) {
        PersonId person = one.person();
        return bans.ban(person, Ban.because(reason), Actor.subject(person)).contains(person);
    }
}
