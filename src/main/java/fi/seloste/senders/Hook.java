package fi.seloste.senders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a provider tells what came back of a sender's mail: which provider, for SES by which topic, and when it was heard last. */
public record Hook(
        Provider provider, @Nullable String topic, @Nullable Instant heardAt) {}
