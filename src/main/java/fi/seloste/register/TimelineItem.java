package fi.seloste.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a timeline. The group is the table's noun (note, change, message), the kind what the row says of itself. */
public record TimelineItem(
        Instant at,
        String group,
        UUID id,
        @Nullable String kind,
        @Nullable String text,
        @Nullable String opens) {}
