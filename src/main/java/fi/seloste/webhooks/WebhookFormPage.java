package fi.seloste.webhooks;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** A webhook to be made or changed; the purpose of one that is there stays. */
public record WebhookFormPage(String url, boolean fresh, WebhookForm form, List<String> purposes, Errors errors)
        implements View {

    /** Those of one kind. */
    public List<String> events(Happening.Kind kind) {
        return Happening.choosable().stream()
                .filter(one -> one.kind() == kind)
                .map(Happening::code)
                .toList();
    }

    public List<Happening.Kind> kinds() {
        return Happening.choosable().stream().map(Happening::kind).distinct().toList();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
