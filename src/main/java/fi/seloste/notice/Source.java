package fi.seloste.notice;

/** Where data come from (GDPR Art. 14(2)(f)). The ids are the register's own kinds of source. */
public record Source(String id, Kind kind, Text name, Text text) {

    /** Who gives the data; only what the person gives, or what we see ourselves, falls under Art. 13. */
    public enum Kind implements Coded {
        SUBJECT("dpv:DataSubjectDataSource"),
        CONTROLLER("dpv:DataControllerDataSource"),
        PUBLIC("dpv:PublicDataSource"),
        THIRD_PARTY("dpv:ThirdPartyDataSource");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        public String term() {
            return term;
        }

        @Override
        public String kind() {
            return "source";
        }
    }

    /** GDPR Art. 14: whoever did not give the data must be told that we have them. */
    public boolean startsArticle14() {
        return kind == Kind.PUBLIC || kind == Kind.THIRD_PARTY;
    }
}
