package fi.seloste.installation;

/** One thing the doctor says. */
public record Finding(Kind kind, String sentence) {

    /** Fine, worth knowing, or to be put right before Seloste works. */
    public enum Kind {
        FINE("ok    "),
        NOTE("note  "),
        WRONG("WRONG ");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }
    }

    public static Finding fine(String sentence) {
        return new Finding(Kind.FINE, sentence);
    }

    public static Finding note(String sentence) {
        return new Finding(Kind.NOTE, sentence);
    }

    public static Finding wrong(String sentence) {
        return new Finding(Kind.WRONG, sentence);
    }

    public String line() {
        return kind.mark + sentence;
    }
}
