package fi.seloste.webhooks;

import fi.seloste.base.Paged;
import fi.seloste.ui.View;
import org.jspecify.annotations.Nullable;

/** One webhook and what it was told lately. {@code secret} is shown once, on the page that made it. */
public record WebhookPage(
        Webhook webhook,
        Paged<Delivery> deliveries,
        int waiting,
        @Nullable String secret) implements View {

    public String url() {
        return "/webhooks/" + webhook.id();
    }
}
