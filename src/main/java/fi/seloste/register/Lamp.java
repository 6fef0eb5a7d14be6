package fi.seloste.register;

import java.util.List;

/** One lamp of the permission strip: what may be done with a person, and why, as the key of a sentence with its words. */
public record Lamp(Kind kind, State state, String reason, List<Object> words) {

    public enum Kind {
        MARKETING,
        TRACKING,
        PHONE,
        REFERENCE,
        RESTRICTION
    }

    public enum State {
        ALLOWED,
        /** Not forbidden, and nothing says that it is allowed. */
        NEEDS_BASIS,
        REFUSED
    }

    public static Lamp of(Kind kind, State state, String reason, Object... words) {
        return new Lamp(kind, state, reason, List.of(words));
    }
}
