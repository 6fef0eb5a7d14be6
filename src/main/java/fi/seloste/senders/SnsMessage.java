package fi.seloste.senders;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A message of Amazon SNS with its signature. */
record SnsMessage(JsonNode json) {

    private static final List<String> NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> CONFIRMATION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    String type() {
        return text("Type");
    }

    String topic() {
        return text("TopicArn");
    }

    String message() {
        return text("Message");
    }

    @Nullable
    URI subscribeUrl() {
        return url("SubscribeURL");
    }

    boolean isSigned(SnsCertificates certificates) {
        var at = url("SigningCertURL");
        return at != null
                && certificates
                        .at(at)
                        .filter(one -> isSignedBy(one.getPublicKey()))
                        .isPresent();
    }

    private boolean isSignedBy(java.security.PublicKey key) {
        var algorithm = switch (text("SignatureVersion")) {
            case "1" -> Optional.of("SHA1withRSA");
            case "2" -> Optional.of("SHA256withRSA");
            default -> Optional.<String>empty();
        };
        if (algorithm.isEmpty()) {
            return false;
        }
        try {
            var check = Signature.getInstance(algorithm.get());
            check.initVerify(key);
            check.update(signed().getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(text("Signature")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Names and values in this order, each on a line; what is not there is left out. */
    String signed() {
        var text = new StringBuilder();
        for (var name : type().equals("Notification") ? NOTIFICATION : CONFIRMATION) {
            if (json.path(name).isString()) {
                text.append(name).append('\n').append(text(name)).append('\n');
            }
        }
        return text.toString();
    }

    private String text(String name) {
        var value = json.path(name);
        return value.isString() ? value.stringValue() : "";
    }

    private @Nullable URI url(String name) {
        try {
            var text = text(name);
            return text.isEmpty() ? null : URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
