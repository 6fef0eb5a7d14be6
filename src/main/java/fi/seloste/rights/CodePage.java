package fi.seloste.rights;

import fi.seloste.ui.View;

/** Waits for the code that was mailed. It says the same to everybody; {@code refusal} is the key of a sentence, or empty. */
public record CodePage(String link, String refusal) implements View {

    @Override
    public int status() {
        return refusal.isEmpty() ? 200 : 400;
    }
}
