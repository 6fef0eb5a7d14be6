package fi.seloste.base;

/**
 * How long a text may be, by what it is. Doors check what they are about to write, so pages, the API and mail obey alike; columns carry
 * no limits of their own.
 */
public enum Length {
    /** A code, a label, a language. */
    WORD(60),
    NAME(200),
    /** What stands on one line: a reason, a source, a title of a file. */
    LINE(1_000),
    /** What people write in paragraphs. */
    TEXT(20_000);

    private final int most;

    Length(int most) {
        this.most = most;
    }

    public int most() {
        return most;
    }

    /** The text, if it may be kept. */
    public String checked(String field, String text) {
        if (text.length() > most) {
            throw Problem.invalid(field, "value.text.tooLong", most, text.length());
        }
        if (Signs.unkeepable(text)) {
            throw Problem.invalid(field, "value.text.sign", field);
        }
        return text;
    }
}
