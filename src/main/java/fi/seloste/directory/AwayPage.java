package fi.seloste.directory;

import fi.seloste.ui.View;

/** One press leads on to the directory, which is another site. */
public record AwayPage(String name, String url) implements View {}
