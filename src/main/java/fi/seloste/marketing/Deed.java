package fi.seloste.marketing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody did with a campaign; nobody is named where it went by itself. */
public record Deed(
        String kind, Instant at, String by, @Nullable String note) {}
