package fi.seloste.flows;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flow's settings, made or changed. */
public record FlowFormPage(@Nullable Flow flow, Choices choices, FlowForm form, Errors errors) implements View {

    /** What can be chosen from: what it may begin with, the grounds that mails may stand on, the senders there are. */
    public record Choices(List<Option> triggers, List<Option> grounds, List<Option> senders) {}

    public String url() {
        return flow == null ? "/marketing/flows" : "/marketing/flows/" + flow.id() + "/settings";
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "marketing";
    }
}
