package fi.seloste.cards;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An organisation as a form names it: chosen from what was found, or only by its name. */
public record Employer(@Nullable String name, @Nullable String id, List<Found> found) {

    /** Chosen where a new organisation of the written name is meant. */
    public static final String NEW = "new";

    public record Found(String id, String name, String note) {}

    static Employer none() {
        return new Employer("", "", List.of());
    }

    static Employer of(@Nullable String name, @Nullable String id) {
        return new Employer(
                Objects.requireNonNullElse(name, "").strip(), Objects.requireNonNullElse(id, ""), List.of());
    }

    public boolean isBlank() {
        return Objects.requireNonNullElse(name, "").isBlank()
                && Objects.requireNonNullElse(id, "").isBlank();
    }
}
