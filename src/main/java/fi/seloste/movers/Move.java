package fi.seloste.movers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An export on its way in: what it holds, what was said of it, and what came of it. */
public record Move(
        UUID id, UUID importId, Tool tool, String file, Held held, Said said, Outcome outcome, List<ListOfTool> lists) {

    /** How many people, how many of them said no to all, and how many addresses came back. */
    public record Held(int people, int banned, int bounced) {}

    /** To which words, where and when those on the lists agreed, and who says so; nothing where nobody does. */
    public record Said(
            @Nullable String words,
            @Nullable String where,
            @Nullable LocalDate on,
            @Nullable String by,
            @Nullable Instant at) {}

    /** Subscriptions that began and ended by it, and those on the lists for whom none could begin. */
    public record Outcome(
            int began,
            int ended,
            int leftOut,
            @Nullable Instant doneAt,
            @Nullable Instant undoneAt) {}

    /** A list of the tool, how many were on it and had left it, and the newsletter that it becomes. */
    public record ListOfTool(
            UUID id,
            String name,
            int subscribed,
            int ended,
            @Nullable UUID topic) {}

    public boolean isDecided() {
        return said.at() != null;
    }

    public boolean isDone() {
        return outcome.doneAt() != null;
    }

    public boolean isUndone() {
        return outcome.undoneAt() != null;
    }
}
