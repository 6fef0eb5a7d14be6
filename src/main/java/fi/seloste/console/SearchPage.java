package fi.seloste.console;

import fi.seloste.ui.View;

/** What the search box finds, as a page of its own: for a browser without scripts. */
public record SearchPage(PalettePage palette) implements View {}
