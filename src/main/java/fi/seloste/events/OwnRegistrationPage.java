package fi.seloste.events;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;

/** Somebody's own registration: how it stands, and how it is confirmed, changed or cancelled. */
public record OwnRegistrationPage(
        String link,
        Told told,
        Stand stand,
        List<PublicEventPage.Question> questions,
        Map<String, String> values,
        Errors errors)
        implements View {

    public record Told(String name, String when, String place, String url) {}

    /** The state in a word, until when it must be confirmed, and whether it can still be changed. */
    public record Stand(String state, String confirmBy, boolean changeable, boolean hasPlace) {}

    public String url() {
        return "/e/own/" + link;
    }

    public String shown(String field) {
        return values.getOrDefault(field, "");
    }
}
