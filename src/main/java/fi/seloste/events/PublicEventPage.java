package fi.seloste.events;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;

/** An event as everybody may read it, with the form of whoever wants to come. */
public record PublicEventPage(Told told, Room room, List<Question> questions, List<Kept> kept, Filled filled)
        implements View {

    /** What it is, in the language of the page. */
    public record Told(
            String slug,
            String url,
            String everybody,
            String name,
            List<String> paragraphs,
            String when,
            String place,
            String link,
            String closes,
            String state,
            boolean waits) {}

    /** A field of the form beside name and address: where its words are, whether it must be filled in, and what is agreed to by it. */
    public record Question(
            String field, String label, boolean required, boolean need, boolean text, String agreement) {}

    /** Whether somebody may register now, and whether they would have to wait. */
    public record Room(boolean open, boolean full) {}

    /** A category of the notice that answers are kept as: its name, what for, and how long. */
    public record Kept(String category, String purposes, String time) {}

    /** What stands in the fields, and what is wrong with it. */
    public record Filled(Map<String, String> values, Errors errors, boolean invited) {}

    public String shown(String field) {
        return filled.values().getOrDefault(field, "");
    }

    /** By which the guard of public forms knows this one. */
    static String door(String slug) {
        return "event " + slug;
    }

    public String door() {
        return door(told.slug());
    }

    public Errors errors() {
        return filled.errors();
    }
}
