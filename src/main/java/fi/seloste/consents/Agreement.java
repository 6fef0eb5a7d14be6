package fi.seloste.consents;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.base.Sentence;
import fi.seloste.base.Shortened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody agrees to, as a door is told: the aim, the exact words shown, how it came and what shows it, and until when. */
public record Agreement(
        Aim aim, Wording.Text text, Manner manner, @Nullable LocalDate expiresOn) {

    /** By which way it came, what shows it, and when it was given; null is this very moment. */
    public record Manner(
            Channel channel, Proof proof, @Nullable Instant at) {}

    public Agreement {
        text = new Wording.Text(Length.TEXT.checked("text", text.words().strip()), text.language());
        if (text.words().isEmpty()) {
            throw Problem.invalid("text", "consents.text.missing");
        }
        mustBeSpoken(text.language());
        manner.proof().mustShow();
    }

    static void mustBeSpoken(String language) {
        if (Sentence.LANGUAGES.stream().map(Locale::getLanguage).noneMatch(language::equals)) {
            throw Problem.invalid("language", "consents.language.unknown", Shortened.of(language));
        }
    }

    /** When it was given, which is not ahead of us, and no end lies before it. */
    Instant givenAt(Instant now, LocalDate givenOn) {
        if (manner.at() != null && manner.at().isAfter(now)) {
            throw Problem.invalid("givenAt", "consents.given.ahead");
        }
        if (expiresOn != null && expiresOn.isBefore(givenOn)) {
            throw Problem.invalid("expiresOn", "consents.expires.before", expiresOn, givenOn);
        }
        return manner.at() == null ? now : manner.at();
    }
}
