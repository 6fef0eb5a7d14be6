package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.SecretLink;
import fi.seloste.register.Ban;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.Register;
import fi.seloste.store.Ferry;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door out, for whoever holds the link of a message: no sign-in, no question why. It holds from the commit of the click, which those who click at the same
 * moment share.
 */
@Component
public class Unsubscribing {

    static final String REASON = "unsubscribed";

    private final WaysOut ways;
    private final MarketingBan bans;
    private final TopicSource topics;
    private final Tallies tallies;
    private final Register register;
    private final Purposes purposes;
    private final Ferry<Supplier<Optional<Led>>, Optional<Led>> leaving;

    Unsubscribing(
            WaysOut ways,
            MarketingBan bans,
            TopicSource topics,
            Tallies tallies,
            Register register,
            Purposes purposes) {
        this.ways = ways;
        this.bans = bans;
        this.topics = topics;
        this.tallies = tallies;
        this.register = register;
        this.purposes = purposes;
        this.leaving = Ferry.ofPieces(purposes, Purpose.SUBJECT);
    }

    /** Whom a link leads to, and which newsletter its message was an issue of, if of one. */
    public record Led(PersonId person, @Nullable String topic) {}

    /** Empty where it leads to nobody; nothing is changed. */
    public Optional<Led> find(String token) {
        return purposes.as(
                Purpose.SUBJECT, () -> ways.find(SecretLink.of(token)).map(Unsubscribing::led));
    }

    /** Whether there is nothing left to ask: whoever opens the link again sees that the ban holds. */
    boolean isBanned(Led led) {
        return purposes.asSubject(
                led.person(), () -> register.get(led.person()).standing().isBannedInPerson());
    }

    /**
     * RFC 8058 by what the message was: an issue of a newsletter ends that subscription, any other bans marketing. Pressed again it is one act; a link
     * that leads to nobody does nothing.
     */
    public Optional<Led> unsubscribe(String token) {
        return leaving.take(() -> ways.find(SecretLink.of(token)).map(way -> {
            if (way.topic() == null) {
                ban(way);
            } else if (topics.leave(way.person(), way.topic())) {
                tallies.unsubscribed(way.campaign());
            }
            return led(way);
        }));
    }

    /** No marketing ever, whatever the message was. */
    public Optional<Led> ban(String token) {
        return leaving.take(() -> ways.find(SecretLink.of(token)).map(way -> {
            ban(way);
            return led(way);
        }));
    }

    private static Led led(WaysOut.Way way) {
        return new Led(way.person(), way.topic());
    }

    private void ban(WaysOut.Way way) {
        var banned = bans.ban(way.person(), Ban.because(REASON), Actor.subject(way.person()));
        if (banned.contains(way.person())) {
            tallies.unsubscribed(way.campaign());
        }
    }
}
