package fi.seloste.rights;

import fi.seloste.ui.View;

/** Where an answer is fetched: a code to the address on file, then the file. {@code state}: ask, sent, or the key of a refusal. */
public record AnswerPage(String link, String number, boolean sent, String refusal) implements View {

    @Override
    public int status() {
        return refusal.isEmpty() ? 200 : 400;
    }
}
