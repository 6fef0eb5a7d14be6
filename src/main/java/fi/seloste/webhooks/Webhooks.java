package fi.seloste.webhooks;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Length;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.base.Spot;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.installation.Keys;
import fi.seloste.staff.Action;
import fi.seloste.staff.Permissions;
import fi.seloste.store.As;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The door to webhooks: made, changed, paused and removed by whoever runs the house, and each of it is evidence. */
@Component
public class Webhooks {

    private static final Duration OLD_SECRET = Duration.ofHours(24);

    private final WebhookRecords records;
    private final Deliveries deliveries;
    private final Jobs jobs;
    private final Keys keys;
    private final Evidence evidence;
    private final Clock clock;

    Webhooks(WebhookRecords records, Deliveries deliveries, Jobs jobs, Keys keys, Evidence evidence, Clock clock) {
        this.records = records;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.keys = keys;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** A new webhook and the secret by which its calls are signed, which nobody can read a second time. */
    public record Made(UUID id, String secret) {}

    @As(Purpose.TECHNICAL)
    public List<Webhook> all() {
        return records.all();
    }

    @As(Purpose.TECHNICAL)
    public Webhook get(UUID id) {
        return records.find(id).orElseThrow(() -> Problem.notFound("webhook"));
    }

    /** Nobody lets a program hear of whom they may not see themselves. */
    @As(Purpose.TECHNICAL)
    public Made make(Webhook.Wish wish, Actor actor, Permissions ofMaker) {
        var wanted = checked(wish);
        if (!ofMaker.mayWhole(wanted.purpose(), Action.SEE)) {
            throw Problem.notAllowed("webhooks.beyond");
        }
        var id = Ids.next();
        var secret = Signature.secret();
        records.add(id, wanted, sealed(secret), actor.staff(), clock.instant());
        tell("webhook-made", id, wanted, actor);
        return new Made(id, secret);
    }

    @As(Purpose.TECHNICAL)
    public void change(UUID id, Webhook.Wish wish, Actor actor) {
        var wanted =
                checked(new Webhook.Wish(wish.name(), wish.url(), get(id).wish().purpose(), wish.events()));
        records.change(id, wanted.name(), wanted.url(), wanted.events());
        tell("webhook-changed", id, wanted, actor);
    }

    /** A new secret; calls are signed by it from now on, and for a day by the one before as well. */
    @As(Purpose.TECHNICAL)
    public Made renew(UUID id, Actor actor) {
        var wish = get(id).wish();
        var secret = Signature.secret();
        records.setSecret(id, sealed(secret), clock.instant().plus(OLD_SECRET));
        tell("webhook-secret-renewed", id, wish, actor);
        return new Made(id, secret);
    }

    /** What happens meanwhile is not told; what waited already is told when it goes on. */
    @As(Purpose.TECHNICAL)
    public void pause(UUID id, Actor actor) {
        var wish = get(id).wish();
        if (records.pause(id, "hand", clock.instant())) {
            tell("webhook-paused", id, wish, actor);
        }
    }

    @As(Purpose.TECHNICAL)
    public void resume(UUID id, Actor actor) {
        var wish = get(id).wish();
        if (records.resume(id)) {
            tell("webhook-resumed", id, wish, actor);
        }
    }

    @As(Purpose.TECHNICAL)
    public void remove(UUID id, Actor actor) {
        var wish = get(id).wish();
        records.remove(id);
        tell("webhook-removed", id, wish, actor);
    }

    /** Sends a trial, so that whoever sets up the receiver sees one come. */
    @As(Purpose.TECHNICAL)
    public void test(UUID id) {
        if (get(id).isPaused()) {
            throw Problem.conflict("webhooks.paused.noTest");
        }
        jobs.later(
                DeliveryJob.NAME,
                deliveries
                        .add(id, Happening.WEBHOOK_TESTED, id, clock.instant())
                        .toString());
    }

    /** What it was told lately, the newest first. */
    @As(Purpose.TECHNICAL)
    public Paged<Delivery> deliveries(UUID id, Paging asked) {
        get(id);
        return Paged.of(
                deliveries.of(id, asked.afterSpot(), asked.limit() + 1), asked, one -> new Spot(one.at(), one.id()));
    }

    @As(Purpose.TECHNICAL)
    public int waiting(UUID id) {
        return deliveries.waiting(id);
    }

    private static Webhook.Wish checked(Webhook.Wish wish) {
        var name = Length.NAME.checked("name", wish.name().strip());
        if (name.isEmpty()) {
            throw Problem.invalid("name", "webhooks.nameless");
        }
        Length.LINE.checked("url", wish.url().toString());
        if (wish.events().isEmpty()) {
            throw Problem.invalid("events", "webhooks.eventless");
        }
        for (var event : wish.events()) {
            if (!event.isFor(wish.purpose())) {
                throw Problem.invalid(
                        "events",
                        "webhooks.event.otherPurpose",
                        event.code(),
                        wish.purpose().code());
            }
        }
        return new Webhook.Wish(
                name,
                wish.url(),
                wish.purpose(),
                wish.events().stream().distinct().toList());
    }

    private byte[] sealed(String secret) {
        return keys.encrypt(Keys.SETTINGS, secret.getBytes(StandardCharsets.US_ASCII));
    }

    private void tell(String act, UUID id, Webhook.Wish wish, Actor actor) {
        evidence.record(
                actor,
                Act.of(act)
                        .about("webhook", id)
                        .with(Map.of(
                                "url", wish.url().toString(),
                                "purpose", wish.purpose().code(),
                                "events",
                                        wish.events().stream()
                                                .map(Happening::code)
                                                .collect(Collectors.joining(" ")))));
    }
}
