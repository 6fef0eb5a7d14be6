package fi.seloste.webhooks;

import fi.seloste.ui.View;
import java.util.List;

/** Every webhook there is. */
public record WebhookListPage(List<Webhook> webhooks) implements View {}
