package fi.seloste.events;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new event, or the settings of one that is there. */
public record EventFormPage(@Nullable Event event, EventForm form, Choices choices, List<String> need, Errors errors)
        implements View {

    /** Time zones, and how long before the start a reminder can leave, in minutes. */
    public record Choices(List<Option> zones, List<Integer> reminders) {}

    // need: what the notice calls the category of diets and how long it keeps it; empty where it does not declare it.

    public String url() {
        return event == null ? "/events" : "/events/" + event.id() + "/settings";
    }
}
