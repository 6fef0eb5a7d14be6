package fi.seloste.notice;

import fi.seloste.base.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice that was published: which one, when and by whom, what was said of it, and whether it changed something that matters. */
public record Version(UUID id, int number, Published published, Judged judged) {

    public record Published(
            Instant at,
            LocalDate effectiveOn,
            Actor.Kind byKind,
            @Nullable UUID by) {}

    /** {@code findings} is how many pieces of advice the linter still had; a breach would have stopped it. */
    public record Judged(String note, boolean material, int findings, String sha256) {}
}
