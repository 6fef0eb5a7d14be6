package fi.seloste.ui;

import org.jspecify.annotations.Nullable;

/** A viewer chose how pages look and speak; whoever keeps accounts listens and remembers. Null is what was not chosen. */
public record Preferred(
        Viewer viewer,
        @Nullable String language,
        @Nullable String theme,
        @Nullable Boolean keys) {}
