package fi.seloste.console;

import fi.seloste.ui.View;

/** Where one arrives after signing in: what can be done here. */
public record HomePage() implements View {}
