package fi.seloste.marketing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody did with a campaign; nobody is named where it went by itself. */
public record Deed(
        String kind, Instant at, String by, @Nullable String note) {

    /** Of deeds, the newest first, the code of why it was paused last; nothing where somebody just did so. */
    static Optional<String> whyPaused(List<Deed> deeds) {
        return deeds.stream()
                .filter(one -> one.kind().equals("paused"))
                .findFirst()
                .flatMap(one -> Optional.ofNullable(one.note()));
    }
}
