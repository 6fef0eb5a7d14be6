package fi.seloste.webhooks;

import fi.seloste.store.Purpose;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that is called when something happens here. What its purpose may not see it is not told of. {@code oldSecretUntil} is there while the secret
 * before the newest one signs too.
 */
public record Webhook(
        UUID id,
        Wish wish,
        Instant madeAt,
        Health health,
        @Nullable Instant oldSecretUntil) {

    /** What somebody wants to be told, where and for what. */
    public record Wish(String name, URI url, Purpose purpose, List<Happening> events) {}

    /** {@code pausedFor} is "hand", or "gone" where the receiver said that it listens no more (410). */
    public record Health(
            @Nullable Instant pausedAt,
            @Nullable String pausedFor,
            @Nullable Instant failingSince) {}

    public boolean isPaused() {
        return health.pausedAt() != null;
    }

    public boolean isFailing() {
        return health.failingSince() != null;
    }

    public String state() {
        return isPaused() ? "paused" : isFailing() ? "failing" : "working";
    }
}
