package fi.seloste.newsletters;

import fi.seloste.ui.View;

/** A letter is on its way: said to everybody alike. */
public record AskedPage() implements View {}
