package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.register.Ban;
import fi.seloste.register.MarketingBan;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import org.springframework.stereotype.Component;

/** The door out, for whoever holds the link of a message: no sign-in, no question why. The ban holds from the commit of the click. */
@Component
public class Unsubscribing {

    static final String REASON = "unsubscribed";

    private final WaysOut ways;
    private final MarketingBan bans;
    private final Tallies tallies;
    private final Purposes purposes;

    Unsubscribing(WaysOut ways, MarketingBan bans, Tallies tallies, Purposes purposes) {
        this.ways = ways;
        this.bans = bans;
        this.tallies = tallies;
        this.purposes = purposes;
    }

    /** Whether the link leads to somebody; nothing is changed. */
    public boolean leads(String token) {
        return purposes.as(
                Purpose.SUBJECT, () -> ways.find(WaysOut.Link.of(token)).isPresent());
    }

    /** Bans marketing to whoever the link belongs to; false where it leads to nobody. Pressed again it is one ban. */
    public boolean unsubscribe(String token) {
        return purposes.as(Purpose.SUBJECT, () -> {
            var way = ways.find(WaysOut.Link.of(token));
            way.ifPresent(this::ban);
            return way.isPresent();
        });
    }

    private void ban(WaysOut.Way way) {
        var banned = bans.ban(way.person(), Ban.because(REASON), Actor.subject(way.person()));
        if (banned.contains(way.person())) {
            tallies.unsubscribed(way.campaign());
        }
    }
}
