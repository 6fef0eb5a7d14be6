package fi.seloste.forms;

import fi.seloste.ui.Said;

/** What keeps a form from being published: at which field, by its label, or at the form as a whole where that is empty; and why. */
public record Obstacle(String field, String label, Said why) {

    static Obstacle ofForm(String key, Object... arguments) {
        return new Obstacle("", "", Said.of(key, arguments));
    }
}
