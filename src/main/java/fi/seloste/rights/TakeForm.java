package fi.seloste.rights;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody takes a message for. */
public record TakeForm(
        @Nullable String right,
        @Nullable String email,
        @Nullable String name,
        @Nullable String language) {

    public TakeForm shown() {
        return new TakeForm(text(right), text(email), text(name), text(language));
    }

    Inbox.Taken taken() {
        var speaks = text(language);
        return new Inbox.Taken(
                Right.of(text(right)),
                text(email),
                text(name).isEmpty() ? null : text(name),
                List.of("fi", "sv", "en").contains(speaks) ? speaks : "en");
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
