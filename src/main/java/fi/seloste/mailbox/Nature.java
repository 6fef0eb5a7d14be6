package fi.seloste.mailbox;

import java.util.Locale;

/** What wrote a message. Only a person's is ever answered (RFC 3834): two machines that answer each other never end. */
public enum Nature {
    PERSONAL,
    AUTOMATIC,
    BOUNCE,
    LIST,
    /** From one of our own addresses. */
    OWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Nature of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean mayBeAnswered() {
        return this == PERSONAL;
    }
}
