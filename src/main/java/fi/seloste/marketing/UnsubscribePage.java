package fi.seloste.marketing;

import fi.seloste.ui.View;

/**
 * The page behind a message's link: it asks, and changes nothing until it is answered. {@code done} says what holds now: "" nothing yet, "ended" that
 * the newsletter ended, "banned" that marketing is banned. {@code topic} is what the newsletter is called, empty where the message was of none.
 */
public record UnsubscribePage(String token, String topic, String done) implements View {}
