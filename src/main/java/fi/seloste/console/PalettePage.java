package fi.seloste.console;

import fi.seloste.ui.View;

/** What the search box shows below itself while one types. */
public record PalettePage(Found found) implements View {}
