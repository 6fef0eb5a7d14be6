package fi.seloste.events;

import fi.seloste.ui.View;

/** What became of a registration, said so that nobody learns by it who is known here. */
public record RegisteredPage(String name, String when, String url, String email, String outcome) implements View {}
