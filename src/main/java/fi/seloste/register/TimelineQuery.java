package fi.seloste.register;

import fi.seloste.store.Purpose;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a timeline: groups or kinds (none means all), and the purposes beside the running one that the reader holds; each is
 * asked apart and sees its own.
 */
public record TimelineQuery(
        Set<String> kinds,
        Set<Purpose> also,
        int limit,
        @Nullable String after) {

    public static TimelineQuery first(int limit) {
        return new TimelineQuery(Set.of(), Set.of(), limit, null);
    }

    public static TimelineQuery of(Map<String, String> parameters) {
        var given = new Parameters(parameters);
        var kinds = given.text("kinds");
        return new TimelineQuery(
                kinds == null ? Set.of() : Set.of(kinds.split("\\s*,\\s*")),
                Set.of(),
                given.limit(),
                given.text("after"));
    }

    public TimelineQuery with(Set<Purpose> held) {
        return new TimelineQuery(kinds, held, limit, after);
    }
}
