package fi.seloste.webhooks;

import fi.seloste.base.Problem;
import fi.seloste.outgoing.Outgoing;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the form of a webhook sends, and the API. */
public record WebhookForm(
        @Nullable String name,
        @Nullable String url,
        @Nullable String purpose,
        @Nullable List<String> events) {

    static WebhookForm empty() {
        return new WebhookForm("", "", Purpose.CUSTOMER.code(), List.of());
    }

    static WebhookForm of(Webhook one) {
        return new WebhookForm(
                one.wish().name(),
                one.wish().url().toString(),
                one.wish().purpose().code(),
                one.wish().events().stream().map(Happening::code).toList());
    }

    Webhook.Wish wish(Outgoing outgoing) {
        return new Webhook.Wish(
                Objects.requireNonNullElse(name, ""),
                outgoing.checked("url", Objects.requireNonNullElse(url, "")),
                chosenPurpose(),
                chosen().stream().map(Happening::of).toList());
    }

    private Purpose chosenPurpose() {
        var code = Objects.requireNonNullElse(purpose, Purpose.CUSTOMER.code());
        return Happening.purposes().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("purpose", "webhooks.purpose.unknown", code));
    }

    public List<String> chosen() {
        return Objects.requireNonNullElse(events, List.of());
    }

    /** As it is shown again: nothing is missing. */
    public String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
