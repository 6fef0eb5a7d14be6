package fi.seloste.marketing;

import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.senders.Outlet;
import fi.seloste.senders.Outlets;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Handover;
import fi.seloste.store.Headers;
import fi.seloste.store.Parcel;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Relay;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A campaign's mail before it leaves: looked at as anybody would get it, and sent to whoever works on it. */
@Component
class Specimens {

    private final Marketing marketing;
    private final Rendering rendering;
    private final Deliveries deliveries;
    private final MergeFields fields;
    private final Footers footers;
    private final Outlets outlets;
    private final Purposes purposes;

    Specimens(
            Marketing marketing,
            Rendering rendering,
            Deliveries deliveries,
            MergeFields fields,
            Footers footers,
            Outlets outlets,
            Purposes purposes) {
        this.marketing = marketing;
        this.rendering = rendering;
        this.deliveries = deliveries;
        this.fields = fields;
        this.footers = footers;
        this.outlets = outlets;
        this.purposes = purposes;
    }

    /** The mail as somebody would get it; without a person, as somebody of whom nothing is known. */
    Rendering.Rendered of(UUID id, String language, @Nullable PersonId person) {
        var campaign = marketing.get(id);
        var spoken = campaign.content().languageFor(language);
        return purposes.as(Purpose.MARKETING, () -> {
            var reader = person == null
                    ? Reader.NOBODY
                    : deliveries
                            .reader(person, fields.values(campaign), spoken)
                            .orElseThrow(() -> Problem.notFound("person"));
            return rendering.template(campaign.said(), spoken).to(reader, footers.url("/u/"));
        });
    }

    /** To the one who asks, whatever the audience; its way out leads to nobody, and nothing of it is followed. False where the mail server did not take it. */
    boolean send(UUID id, SignedIn viewer) {
        var campaign = marketing.get(id);
        var said = campaign.plan().sender();
        var outlet = outlets.of(said.chosen());
        for (var language : campaign.content().languages()) {
            var words = of(id, language, null);
            var test = Ids.next();
            var parcel = new Parcel(
                    test,
                    "campaign-test",
                    outlet.sender(said.name(), said.replyTo(), test),
                    new Parcel.Whom(viewer.account().email(), null),
                    new Parcel.Words(words.subject(), words.text(), words.html()),
                    Headers.NONE.and("Auto-Submitted", "auto-generated"));
            if (!isTaken(parcel, outlet)) {
                return false;
            }
        }
        marketing.tested(id, viewer.actor());
        return true;
    }

    private static boolean isTaken(Parcel parcel, Outlet outlet) {
        try (var line = outlet.open()) {
            return line.carry(parcel).outcome() == Handover.Outcome.TAKEN;
        } catch (Relay.Unreachable e) {
            return false;
        }
    }
}
