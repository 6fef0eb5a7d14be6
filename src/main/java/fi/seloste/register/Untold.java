package fi.seloste.register;

import fi.seloste.base.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person found elsewhere who must be told so (Art. 14): by when, what to say of the source, and where to write. */
public record Untold(
        PersonId id,
        String name,
        @Nullable String email,
        @Nullable String language,
        String source,
        @Nullable String sourceDetail,
        LocalDate sourcedOn,
        @Nullable String roleReason,
        LocalDate by) {}
