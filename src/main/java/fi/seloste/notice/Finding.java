package fi.seloste.notice;

import fi.seloste.base.Sentence;

/** What the law misses in a declaration: the article, where, why it matters and what to write. */
public record Finding(String id, Severity severity, Law law, String path, Sentence sentence) {

    public enum Severity implements Coded {
        /** The law demands it. */
        BREACH,
        /** Good practice of the authorities, or something that only the controller can know. */
        ADVICE;

        @Override
        public String kind() {
            return "severity";
        }
    }

    /** Which law, by the key of its name, and which place in it. */
    public record Law(String act, String place) {

        public static Law gdpr(String place) {
            return new Law("gdpr", place);
        }

        /** Act 917/2014 on Electronic Communications Services. */
        static Law communications(String place) {
            return new Law("communications", place);
        }

        public Sentence words() {
            return Sentence.of("notice.law." + act, act.equals("gdpr") ? Article.of(place) : place);
        }
    }

    static Finding breach(String id, Law law, String path, Object... arguments) {
        return new Finding(id, Severity.BREACH, law, path, Sentence.of("notice.lint." + id, arguments));
    }

    static Finding advice(String id, Law law, String path, Object... arguments) {
        return new Finding(id, Severity.ADVICE, law, path, Sentence.of("notice.lint." + id, arguments));
    }

    public Sentence remedy() {
        return new Sentence(sentence.key() + ".remedy", sentence.arguments());
    }
}
