package fi.seloste.marketing;

import fi.seloste.ui.View;

/**
 * The page behind a message's link: it asks, and changes nothing until it is answered; {@code done} once the ban holds. A link that {@code leads} to nobody
 * any more has nothing left to ban, and shows where else marketing is banned.
 */
public record UnsubscribePage(String token, boolean done, boolean leads) implements View {

    static UnsubscribePage asking(String token) {
        return new UnsubscribePage(token, false, true);
    }

    static UnsubscribePage done(String token) {
        return new UnsubscribePage(token, true, true);
    }

    static UnsubscribePage nobody(String token) {
        return new UnsubscribePage(token, false, false);
    }

    /** What the page is about, as the ending of its texts. */
    public String about() {
        return done ? "done" : leads ? "title" : "nobody";
    }

    @Override
    public int status() {
        return leads ? 200 : 404;
    }
}
