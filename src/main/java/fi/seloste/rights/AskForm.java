package fi.seloste.rights;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody sends from the public page. */
public record AskForm(
        @Nullable String right,
        @Nullable String email,
        @Nullable String name,
        @Nullable String words) {

    public static AskForm empty(@Nullable String right) {
        return new AskForm(right, "", "", "");
    }

    /** As it is shown again: never null. */
    public AskForm shown() {
        return new AskForm(text(right), text(email), text(name), text(words));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
