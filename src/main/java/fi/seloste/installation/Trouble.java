package fi.seloste.installation;

import org.jspecify.annotations.Nullable;

/** Something only the operator can put right. The message is the whole sentence: what, where, and the remedy. */
public class Trouble extends RuntimeException {

    public Trouble(String sentence) {
        super(sentence);
    }

    public Trouble(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
