package fi.seloste.notice;

/** The rights a notice must name (GDPR Art. 13(2)(b) to (d) and (f)), and two it had better name. */
public enum NoticeRight implements Coded {
    ACCESS("A15", "15"),
    RECTIFICATION("A16", "16"),
    ERASURE("A17", "17"),
    RESTRICTION("A18", "18"),
    NOTIFICATION("A19", "19"),
    PORTABILITY("A20", "20"),
    OBJECTION("A21", "21(1)"),
    MARKETING_OBJECTION("A21", "21(2)"),
    WITHDRAWAL("A7-3", "7(3)"),
    AUTOMATED_DECISIONS("A22", "22"),
    COMPLAINT("A77", "77");

    private final String term;
    private final String article;

    NoticeRight(String term, String article) {
        this.term = term;
        this.article = article;
    }

    public String term() {
        return "eu-gdpr:" + term;
    }

    public String article() {
        return article;
    }

    @Override
    public String kind() {
        return "right";
    }
}
