package fi.seloste.rights;

import fi.seloste.base.Day;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What staff write down of a request that came to them. */
public record ReceiveForm(
        @Nullable String right,
        @Nullable String email,
        @Nullable String name,
        @Nullable String words,
        @Nullable String receivedOn,
        @Nullable String language) {

    static ReceiveForm empty(LocalDate today, String language) {
        return new ReceiveForm("access", "", "", "", today.toString(), language);
    }

    public ReceiveForm shown() {
        return new ReceiveForm(text(right), text(email), text(name), text(words), text(receivedOn), text(language));
    }

    Rights.Received received() {
        var day = text(receivedOn);
        return new Rights.Received(
                Right.of(text(right)),
                text(email),
                text(name).isEmpty() ? null : text(name),
                text(words).isEmpty() ? null : text(words),
                day.isEmpty() ? null : Day.parse("receivedOn", day),
                text(language).isEmpty() ? "en" : text(language));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
