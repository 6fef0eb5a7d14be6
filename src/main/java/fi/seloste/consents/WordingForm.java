package fi.seloste.consents;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import org.jspecify.annotations.Nullable;

/** Words that people will be asked by. */
public record WordingForm(
        @Nullable String purpose,
        @Nullable String topic,
        @Nullable String language,
        @Nullable String text) {

    static WordingForm of(Wording wording) {
        return new WordingForm(
                wording.aim().purpose(),
                wording.aim().topic(),
                wording.text().language(),
                wording.text().words());
    }

    Aim aim() {
        return new Aim(ConsentForm.shown(purpose), ConsentForm.shown(topic));
    }

    Wording.Text words() {
        var words = Length.TEXT.checked("text", ConsentForm.shown(text));
        if (words.isEmpty()) {
            throw Problem.invalid("text", "consents.text.missing");
        }
        Agreement.mustBeSpoken(ConsentForm.shown(language));
        return new Wording.Text(words, ConsentForm.shown(language));
    }

    public String shown(@Nullable String value) {
        return ConsentForm.shown(value);
    }
}
