package fi.seloste.notice;

/** What happens to data whose time is over. */
public enum Removal implements Coded {
    ERASE("dpv:Erase"),
    ANONYMISE("dpv:Anonymise"),
    RESTRICT("dpv:Restrict");

    private final String term;

    Removal(String term) {
        this.term = term;
    }

    public String term() {
        return term;
    }

    @Override
    public String kind() {
        return "removal";
    }
}
