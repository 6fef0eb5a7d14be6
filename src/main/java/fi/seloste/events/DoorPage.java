package fi.seloste.events;

import fi.seloste.ui.View;
import java.util.List;

/** The list at the door: whoever has a place, found by a part of the name, the organisation or the number, and one press to let them in. */
public record DoorPage(
        Event event, String name, String q, List<Participation> guests, Numbers numbers, int hidden, String as)
        implements View {

    public String url() {
        return "/events/" + event.id() + "/door";
    }
}
