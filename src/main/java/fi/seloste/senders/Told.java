package fi.seloste.senders;

import fi.seloste.base.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a provider tells of one message, by its token: what it is in our words, or that nothing follows from it. */
record Told(String token, Return.@Nullable Kind kind, String status) {

    private static final String KEY = "seloste";

    static JsonNode json(String body) {
        try {
            var json = JsonMapper.shared().readTree(body);
            if (!json.isObject()) {
                throw Problem.invalid(null, "senders.told.json");
            }
            return json;
        } catch (JacksonException e) {
            throw Problem.invalid(null, "senders.told.json");
        }
    }

    // docs.aws.amazon.com: contents of SES notifications; "Transient" is what SES gave up on
    static Told ofSes(JsonNode event) {
        var mail = event.path("mail");
        var token = Stream.concat(
                        Stream.of(text(mail, "source")),
                        mail.path("headers")
                                .valueStream()
                                .filter(one -> text(one, "name").equalsIgnoreCase(ReturnToken.HEADER))
                                .map(one -> text(one, "value")))
                .map(Told::token)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
        var bounce = event.path("bounce");
        var complaint = text(event.path("complaint"), "complaintFeedbackType");
        var kind = Stream.of(text(event, "notificationType"), text(event, "eventType"))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        return switch (kind) {
            case "Bounce" ->
                new Told(
                        token,
                        text(bounce, "bounceType").equals("Permanent") ? Return.Kind.HARD : Return.Kind.SOFT,
                        text(bounce, "bounceSubType"));
            case "Complaint" -> new Told(token, complaint.equals("not-spam") ? null : Return.Kind.COMPLAINT, complaint);
            case "Subscription" -> new Told(token, Return.Kind.LEFT, "");
            default -> new Told(token, null, "");
        };
    }

    // postmarkapp.com/developer/webhooks: bounce types
    static Told ofPostmark(JsonNode event) {
        var token = token(text(event.path("Metadata"), KEY)).orElse("");
        var type = text(event, "Type");
        return switch (text(event, "RecordType")) {
            case "Bounce" -> new Told(token, postmarkBounce(type), type);
            case "SpamComplaint" -> new Told(token, Return.Kind.COMPLAINT, type);
            case "SubscriptionChange" ->
                new Told(
                        token,
                        event.path("SuppressSending").asBoolean(false)
                                        && text(event, "Origin").equals("Recipient")
                                        && text(event, "SuppressionReason").equals("ManualSuppression")
                                ? Return.Kind.LEFT
                                : null,
                        "");
            default -> new Told(token, null, "");
        };
    }

    private static Return.@Nullable Kind postmarkBounce(String type) {
        return switch (type) {
            case "HardBounce", "BadEmailAddress", "AddressChange", "ManuallyDeactivated" -> Return.Kind.HARD;
            case "SpamComplaint" -> Return.Kind.COMPLAINT;
            case "Unsubscribe" -> Return.Kind.LEFT;
            case "AutoResponder", "OpenRelayTest", "ChallengeVerification", "VirusNotification" -> null;
            default -> Return.Kind.SOFT;
        };
    }

    // documentation.mailgun.com: event structure; severity temporary is tried again by them
    static Told ofMailgun(JsonNode event) {
        var token = token(text(event.path("user-variables"), KEY)).orElse("");
        var status = event.path("delivery-status");
        var code = text(status, "enhanced-code");
        return switch (text(event, "event")) {
            case "failed" -> new Told(token, mailgunFailure(event, status, code), code);
            case "complained" -> new Told(token, Return.Kind.COMPLAINT, "");
            case "unsubscribed" -> new Told(token, Return.Kind.LEFT, "");
            default -> new Told(token, null, "");
        };
    }

    private static Return.@Nullable Kind mailgunFailure(JsonNode event, JsonNode status, String code) {
        if (!text(event, "severity").equals("permanent")) {
            return null;
        }
        return switch (text(event, "reason").toLowerCase(Locale.ROOT)) {
            case "suppress-bounce" -> Return.Kind.HARD;
            case "suppress-complaint" -> Return.Kind.COMPLAINT;
            case "suppress-unsubscribe" -> Return.Kind.LEFT;
            case "bounce" -> Status.kind(code, "smtp; " + status.path("code").asInt(0) + " " + text(status, "message"));
            default -> Return.Kind.SOFT;
        };
    }

    private static Optional<String> token(String text) {
        var found = java.util.regex.Pattern.compile(
                        "(?<![a-zA-Z0-9])[a-zA-Z2-7]{" + ReturnToken.LENGTH + "}(?![a-zA-Z0-9])")
                .matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    private static String text(JsonNode node, String name) {
        var value = node.path(name);
        return value.isString() ? value.stringValue() : "";
    }
}
