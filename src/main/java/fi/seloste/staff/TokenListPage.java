package fi.seloste.staff;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of programs; a new one is shown this once. */
public record TokenListPage(
        List<Row> tokens,
        List<String> purposes,
        Wish wish,
        @Nullable String made,
        Errors errors) implements View {

    /** One token, without itself. */
    public record Row(
            String id,
            String name,
            List<String> purposes,
            String by,
            Instant createdAt,
            @Nullable Instant usedAt,
            @Nullable Instant expiresAt) {}

    /** What was filled in, when it has to be mended. */
    public record Wish(String name, List<String> purposes) {}

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
