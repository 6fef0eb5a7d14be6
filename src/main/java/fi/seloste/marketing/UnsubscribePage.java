package fi.seloste.marketing;

import fi.seloste.ui.View;

/**
 * The page behind a message's link: it asks, and changes nothing until it is answered. {@code done} says what holds now: "" nothing yet, "ended" that
 * the newsletter ended, "banned" that marketing is banned. {@code topic} is what the newsletter is called, empty where the message was of none. A link
 * that {@code leads} to nobody any more has nothing left to ban, and shows where else marketing is banned.
 */
public record UnsubscribePage(String token, String topic, String done, boolean leads) implements View {

    static UnsubscribePage nobody(String token) {
        return new UnsubscribePage(token, "", "", false);
    }

    UnsubscribePage ended() {
        return new UnsubscribePage(token, topic, "ended", leads);
    }

    /** What the page is about, as the ending of its texts. */
    public String about() {
        return !leads
                ? "nobody"
                : done.equals("banned") ? "done" : done.equals("ended") ? "ended" : topic.isEmpty() ? "title" : "end";
    }

    /** The same for the sentence below it. */
    public String lead() {
        return about().equals("title") ? "lead" : about() + ".lead";
    }

    @Override
    public int status() {
        return leads ? 200 : 404;
    }
}
