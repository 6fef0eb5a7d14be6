package fi.seloste.staff;

import java.util.Locale;

/** Whose customers an action may touch: one's own, one's teams', or all. The later one includes the earlier. */
public enum Scope {
    OWN,
    TEAM,
    ALL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Scope of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
