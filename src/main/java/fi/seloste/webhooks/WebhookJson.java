package fi.seloste.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A webhook as programs read it; the secret stands only in the answer that makes it. */
@Schema(name = "Webhook")
record WebhookJson(
        UUID id,
        String name,
        String url,
        String purpose,
        List<String> events,
        String state,
        Instant madeAt,
        @Nullable Instant failingSince,
        @Nullable Instant oldSecretUntil,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

    static WebhookJson of(Webhook one, @Nullable String secret) {
        var wish = one.wish();
        return new WebhookJson(
                one.id(),
                wish.name(),
                wish.url().toString(),
                wish.purpose().code(),
                wish.events().stream().map(Happening::code).toList(),
                one.state(),
                one.madeAt(),
                one.health().failingSince(),
                one.oldSecretUntil(),
                secret);
    }

    static WebhookJson of(Webhook one) {
        return of(one, null);
    }

    /** What a program wants to be told. */
    @Schema(name = "WebhookWish")
    record Sent(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String url,

            @Nullable String purpose,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<String> events) {

        WebhookForm form() {
            return new WebhookForm(name, url, purpose, events);
        }
    }

    /** What it was told. */
    @Schema(name = "Delivery")
    record Told(
            UUID id,
            String event,
            Instant at,
            String state,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Instant endedAt,
            @Nullable String answer) {

        static Told of(Delivery one) {
            var course = one.course();
            return new Told(
                    one.id(),
                    one.event().code(),
                    one.at(),
                    one.state(),
                    course.attempts(),
                    course.nextAt(),
                    course.endedAt(),
                    course.answer());
        }
    }
}
