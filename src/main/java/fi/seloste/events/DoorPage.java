package fi.seloste.events;

import fi.seloste.ui.View;
import java.util.List;

/** The list at the door: whoever has a place, found by a part of the name, the organisation or the number, and one press to let them in. */
public record DoorPage(Event event, String name, String q, Guests guests, Numbers numbers, String as) implements View {

    /** Those who are shown, how many more would be found, and how many the purpose does not see. */
    public record Guests(List<Participation> shown, int more, int hidden) {}

    public String url() {
        return "/events/" + event.id() + "/door";
    }
}
