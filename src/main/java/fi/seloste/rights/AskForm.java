package fi.seloste.rights;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody sends from the public page. What was left out is empty, never null. */
public record AskForm(String right, String email, String name, String words) {

    /** The guard knows the form by it. */
    public static final String DOOR = "privacy";

    public AskForm {
        right = text(right);
        email = text(email);
        name = text(name);
        words = text(words);
    }

    public static AskForm empty(@Nullable String right) {
        return new AskForm(text(right), "", "", "");
    }

    /** A form field that the browser did not send arrives as null, whatever the type says. */
    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
