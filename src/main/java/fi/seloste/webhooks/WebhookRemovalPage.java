package fi.seloste.webhooks;

import fi.seloste.ui.View;

/** What goes with a webhook. */
public record WebhookRemovalPage(Webhook webhook, int waiting) implements View {

    public String url() {
        return "/webhooks/" + webhook.id();
    }
}
