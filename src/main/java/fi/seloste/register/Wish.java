package fi.seloste.register;

import fi.seloste.base.Problem;
import java.time.LocalDate;
import java.util.Locale;

/** The person's own wish to be marketed to again: how it reached us, when, and what proves it. Without one no ban ends. */
public record Wish(How how, LocalDate on, String words) {

    /** By which way the person said so. */
    public enum How {
        MAIL,
        PHONE,
        FORM,
        MEETING,
        LETTER,
        /** Said by a program, which tells no more than its words. */
        OTHER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static How of(String code) {
            try {
                return valueOf(code.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("how", "register.ban.how");
            }
        }
    }

    public Wish {
        words = words.strip();
    }

    public static Wish of(String words, LocalDate on) {
        return new Wish(How.OTHER, on, words);
    }

    /** What stays in the history. */
    String shown() {
        return how == How.OTHER ? words : how.code() + " " + on + ": " + words;
    }
}
