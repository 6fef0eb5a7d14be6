package fi.seloste.senders;

import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.installation.Keys;
import fi.seloste.outgoing.Outgoing;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The door to what providers tell. Each sender has a secret of its own, and what does not prove that it is known is refused and changes nothing. */
@Component
public class Hooks {

    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);
    /** Mailgun tells again what was not heard for eight hours. */
    private static final Duration OLDEST = Duration.ofHours(12);

    private final HookRecords records;
    private final Senders senders;
    private final SnsCertificates certificates;
    private final ReturnToken tokens;
    private final Keys keys;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Purposes purposes;
    private final Clock clock;

    Hooks(
            HookRecords records,
            Senders senders,
            SnsCertificates certificates,
            ReturnToken tokens,
            Keys keys,
            Evidence evidence,
            ApplicationEventPublisher events,
            Purposes purposes,
            Clock clock) {
        this.records = records;
        this.senders = senders;
        this.certificates = certificates;
        this.tokens = tokens;
        this.keys = keys;
        this.evidence = evidence;
        this.events = events;
        this.purposes = purposes;
        this.clock = clock;
    }

    public Optional<Hook> of(UUID sender) {
        return purposes.apart(Purpose.TECHNICAL, () -> records.find(sender));
    }

    /**
     * Names who tells, or that nobody does. Mailgun gives the key by which it signs; for the others a secret is made, which is given back this once:
     * they show it as the password of their calls.
     */
    public Optional<String> set(UUID sender, @Nullable Provider provider, Given given, Actor actor) {
        var secret = provider == Provider.MAILGUN ? given.key().strip() : made();
        if (provider == Provider.MAILGUN && (secret.length() < 16 || secret.length() > 200)) {
            throw Problem.invalid("key", "senders.hook.key");
        }
        var topic = given.topic().strip();
        if (provider == Provider.SES
                && !Length.NAME
                        .checked("topic", topic)
                        .matches("arn:aws(-[a-z-]+)?:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_.-]+")) {
            throw Problem.invalid("topic", "senders.hook.topic");
        }
        purposes.as(Purpose.TECHNICAL, () -> {
            senders.get(sender);
            records.remove(sender);
            if (provider != null) {
                var sealed = keys.encrypt(Keys.SETTINGS, secret.getBytes(StandardCharsets.UTF_8));
                records.add(sender, provider, provider == Provider.SES ? topic : null, sealed);
            }
            evidence.record(
                    actor,
                    Act.of("sender-provider-set")
                            .about("sender", sender)
                            .with(Map.of("provider", provider == null ? "" : provider.code())));
        });
        return provider == null || provider == Provider.MAILGUN ? Optional.empty() : Optional.of(secret);
    }

    /** What the form gives beside the provider. */
    public record Given(String topic, String key) {}

    /** A call came. False where whoever calls does not prove who it is; then nothing of it is read. */
    public boolean hear(UUID sender, Provider provider, @Nullable String password, String body) {
        var hook = of(sender).filter(one -> one.provider() == provider);
        if (hook.isEmpty()) {
            return false;
        }
        var secret = secret(sender);
        var told = switch (provider) {
            case MAILGUN -> mailgun(secret, body);
            case POSTMARK ->
                isSame(secret, password) ? Optional.of(Told.ofPostmark(Told.json(body))) : Optional.<Told>empty();
            case SES -> isSame(secret, password) ? ses(hook.get(), body) : Optional.<Told>empty();
        };
        if (told.isEmpty()) {
            return false;
        }
        purposes.as(Purpose.TECHNICAL, () -> records.heard(sender, clock.instant()));
        pass(told.get());
        return true;
    }

    private void pass(Told told) {
        var message = tokens.message(told.token());
        if (told.kind() != null && message.isPresent()) {
            events.publishEvent(new Return.Came(new Return(message.get(), told.kind(), told.status())));
        }
    }

    private Optional<Told> mailgun(String key, String body) {
        var json = Told.json(body);
        var signature = json.path("signature");
        var timestamp = text(signature, "timestamp");
        if (!timestamp.matches("\\d{1,12}")) {
            return Optional.empty();
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
        boolean fresh = age.abs().compareTo(OLDEST) < 0;
        var right = HexFormat.of().formatHex(hmac(key, timestamp + text(signature, "token")));
        return fresh && isSame(right, text(signature, "signature"))
                ? Optional.of(Told.ofMailgun(json.path("event-data")))
                : Optional.empty();
    }

    private Optional<Told> ses(Hook hook, String body) {
        var message = new SnsMessage(Told.json(body));
        if (!message.topic().equals(hook.topic()) || !message.isSigned(certificates)) {
            return Optional.empty();
        }
        return switch (message.type()) {
            case "Notification" -> Optional.of(Told.ofSes(Told.json(message.message())));
            case "SubscriptionConfirmation" -> confirmed(message);
            default -> Optional.of(new Told("", null, ""));
        };
    }

    private Optional<Told> confirmed(SnsMessage message) {
        var url = message.subscribeUrl();
        if (url == null || !SnsCertificates.isOfSns(url)) {
            return Optional.empty();
        }
        try {
            certificates.confirm(url);
        } catch (Outgoing.Unanswered e) {
            LOG.warn("A subscription to SNS could not be confirmed: {}", e.trouble());
        }
        return Optional.of(new Told("", null, ""));
    }

    private String secret(UUID sender) {
        var sealed = purposes.as(Purpose.TECHNICAL, () -> records.sealed(sender));
        return new String(keys.decrypt(Keys.SETTINGS, sealed), StandardCharsets.UTF_8);
    }

    private static boolean isSame(String right, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String made() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hmac(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).isString() ? node.path(name).stringValue() : "";
    }
}
