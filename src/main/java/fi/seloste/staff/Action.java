package fi.seloste.staff;

import java.util.Locale;

/** What may be done with the data of a purpose. Whoever may do more may also see. */
public enum Action {
    SEE,
    CHANGE,
    EXPORT,
    MANAGE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Action of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
