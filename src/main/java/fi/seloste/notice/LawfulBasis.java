package fi.seloste.notice;

/** GDPR Art. 6(1), in the order of its letters. */
public enum LawfulBasis implements Coded {
    CONSENT("a", "A6-1-a"),
    CONTRACT("b", "A6-1-b"),
    LEGAL_OBLIGATION("c", "A6-1-c"),
    VITAL_INTERESTS("d", "A6-1-d"),
    PUBLIC_TASK("e", "A6-1-e"),
    LEGITIMATE_INTERESTS("f", "A6-1-f-controller");

    private final String letter;
    private final String term;

    LawfulBasis(String letter, String term) {
        this.letter = letter;
        this.term = term;
    }

    public String place() {
        return "6(1)(" + letter + ")";
    }

    public String term() {
        return "eu-gdpr:" + term;
    }

    @Override
    public String kind() {
        return "basis";
    }
}
