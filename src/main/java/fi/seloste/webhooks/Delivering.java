package fi.seloste.webhooks;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.forms.Inbound;
import fi.seloste.installation.Keys;
import fi.seloste.outgoing.Outgoing;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Register;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a webhook one thing. It is taken first, told outside any transaction, and ended afterwards: whatever dies in between, it is told
 * again, under the same id, by which the receiver knows it.
 */
@Component
class Delivering {

    private static final Duration IN_HAND = Duration.ofMinutes(2);
    private static final Duration LIFE = Duration.ofDays(3);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));
    private static final int GONE = 410;
    private static final int TOO_OFTEN = 429;
    private static final int TOO_LATE = 408;

    private final WebhookRecords records;
    private final Deliveries deliveries;
    private final Register register;
    private final OrganisationRegister organisations;
    private final Inbound inbound;
    private final Outgoing outgoing;
    private final Purposes purposes;
    private final Keys keys;
    private final JsonMapper json;
    private final Clock clock;

    Delivering(
            WebhookRecords records,
            Deliveries deliveries,
            Register register,
            OrganisationRegister organisations,
            Inbound inbound,
            Outgoing outgoing,
            Purposes purposes,
            Keys keys,
            JsonMapper json,
            Clock clock) {
        this.records = records;
        this.deliveries = deliveries;
        this.register = register;
        this.organisations = organisations;
        this.inbound = inbound;
        this.outgoing = outgoing;
        this.purposes = purposes;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    private record Taken(Delivery.Due due, Webhook webhook, List<String> secrets) {}

    /** Right after it happened, unless the receiver is known not to answer: a thousand happenings must not wait for it one after another. */
    void promptly(UUID id) {
        deliver(id, false);
    }

    /** Whether the receiver can be told more: false where it did not answer as it should. */
    boolean deliver(UUID id) {
        return deliver(id, true);
    }

    private boolean deliver(UUID id, boolean evenOfFailing) {
        var taken = purposes.as(Purpose.TECHNICAL, () -> take(id, evenOfFailing));
        if (taken == null) {
            return true;
        }
        if (!sees(taken)) {
            end(taken.due(), Delivery.Outcome.WITHHELD, null);
            return true;
        }
        return tell(taken);
    }

    private @Nullable Taken take(UUID id, boolean evenOfFailing) {
        var now = clock.instant();
        return deliveries
                .take(id, now, now.plus(IN_HAND), evenOfFailing)
                .map(due -> new Taken(
                        due,
                        records.find(due.webhook()).orElseThrow(),
                        records.secrets(due.webhook(), now).stream()
                                .map(one -> new String(keys.decrypt(Keys.SETTINGS, one), StandardCharsets.US_ASCII))
                                .toList()))
                .orElse(null);
    }

    /** Asked in the purpose of the webhook at the last moment, as the database answers that purpose. */
    private boolean sees(Taken taken) {
        var due = taken.due();
        if (due.event().isLeaving()) {
            return true;
        }
        return switch (due.event().kind()) {
            case PERSON ->
                purposes.as(
                        taken.webhook().wish().purpose(),
                        () -> register.find(new PersonId(due.object())).isPresent());
            case ORGANISATION ->
                purposes.as(
                        taken.webhook().wish().purpose(),
                        () -> organisations
                                .find(new OrganisationId(due.object()))
                                .isPresent());
            case FORM -> purposes.as(taken.webhook().wish().purpose(), () -> inbound.sees(due.object()));
            case IMPORT, REQUEST, EVENT, WEBHOOK -> true;
        };
    }

    private boolean tell(Taken taken) {
        var due = taken.due();
        var body = body(due);
        var headers = Signature.headers(taken.secrets(), due.id(), clock.instant(), body);
        try {
            var url = outgoing.checked("url", taken.webhook().wish().url().toString());
            return answered(due, outgoing.post(url, headers, body));
        } catch (Problem e) {
            return failed(due, Outgoing.Trouble.INNER.name());
        } catch (Outgoing.Unanswered e) {
            return failed(due, e.trouble().name());
        }
    }

    private byte[] body(Delivery.Due due) {
        var told = new LinkedHashMap<String, Object>();
        told.put("type", due.event().code());
        told.put("timestamp", due.at().truncatedTo(ChronoUnit.MILLIS).toString());
        told.put(
                "data",
                Map.of("kind", due.event().kind().code(), "id", due.object().toString()));
        return json.writeValueAsBytes(told);
    }

    private boolean answered(Delivery.Due due, int status) {
        if (status >= 200 && status < 300) {
            end(due, Delivery.Outcome.DELIVERED, String.valueOf(status));
            purposes.as(Purpose.TECHNICAL, () -> records.works(due.webhook()));
            return true;
        }
        if (status == GONE) {
            end(due, Delivery.Outcome.REFUSED, String.valueOf(status));
            purposes.as(Purpose.TECHNICAL, () -> {
                records.pause(due.webhook(), "gone", clock.instant());
            });
            return false;
        }
        if (status >= 400 && status < 500 && status != TOO_OFTEN && status != TOO_LATE) {
            end(due, Delivery.Outcome.REFUSED, String.valueOf(status));
            return true;
        }
        return failed(due, String.valueOf(status));
    }

    private boolean failed(Delivery.Due due, String answer) {
        var now = clock.instant();
        if (due.at().plus(LIFE).isBefore(now)) {
            end(due, Delivery.Outcome.GIVEN_UP, answer);
        } else {
            purposes.as(Purpose.TECHNICAL, () -> deliveries.again(due.id(), next(due, now), answer));
        }
        purposes.as(Purpose.TECHNICAL, () -> records.fails(due.webhook(), now));
        return false;
    }

    static Instant next(Delivery.Due due, Instant now) {
        return now.plus(PAUSES.get(Math.min(due.attempts(), PAUSES.size()) - 1));
    }

    private void end(Delivery.Due due, Delivery.Outcome outcome, @Nullable String answer) {
        purposes.as(Purpose.TECHNICAL, () -> deliveries.end(due.id(), outcome, answer, clock.instant()));
    }
}
