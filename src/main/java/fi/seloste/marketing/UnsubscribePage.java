package fi.seloste.marketing;

import fi.seloste.ui.View;

/** The page behind a message's link: it asks, and changes nothing until it is answered; {@code done} once the ban holds. */
public record UnsubscribePage(String token, boolean done) implements View {}
