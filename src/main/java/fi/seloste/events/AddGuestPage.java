package fi.seloste.events;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;

/** Somebody who asked by telephone or stands at the door is written down. */
public record AddGuestPage(
        Event event, String name, List<PublicEventPage.Question> questions, Map<String, String> form, Errors errors)
        implements View {

    public String url() {
        return "/events/" + event.id() + "/guests";
    }

    public String shown(String field) {
        return form.getOrDefault(field, "");
    }
}
