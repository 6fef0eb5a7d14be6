package fi.seloste.newsletters;

import fi.seloste.base.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who reads a newsletter, at which address, since when, and how often at most. */
public record Subscriber(
        PersonId person, String name, @Nullable String email, Instant since, Rhythm rhythm) {}
