package fi.seloste.flows;

import fi.seloste.marketing.Campaign;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step, to be settled. */
public record StepPage(Flow flow, Step step, Choices choices, Map<String, String> sent, Errors errors) implements View {

    /** Of a mail its campaign; of a condition the audiences and the mails of the flow; of a task who works here. */
    public record Choices(
            @Nullable Campaign campaign, List<Option> audiences, List<Option> mails, List<Option> staff) {}

    public String url() {
        return "/marketing/flows/" + flow.id() + "/steps/" + step.id();
    }

    public String back() {
        return "/marketing/flows/" + flow.id() + (flow.isBegun() ? "?drawing=true" : "");
    }

    /** As it was typed, else as it is. */
    public String shown(String field, @Nullable Object there) {
        return sent.getOrDefault(field, there == null ? "" : there.toString());
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
