package fi.seloste.register;

import org.jspecify.annotations.Nullable;

/** A field that two people edited at once: the value that was sent, and the one that is there by now. */
public record Both(
        String field, @Nullable String yours, @Nullable String theirs) {}
