package fi.seloste.responses;

import java.util.Locale;

/** By which rule a response is a machine's; {@code NONE} where none says so, and then it is taken for a person's. */
enum Rule {
    NONE,
    /** It asked for the header only. */
    HEAD,
    /** Its agent is known to look through mail or to fetch ahead. */
    SCANNER,
    /** It does not say what it is. Every browser does. */
    NO_AGENT,
    /** Apple's mail privacy fetches every picture, read or not. */
    APPLE,
    /** A mail service fetches pictures in its readers' stead, often before they read. */
    PROXY,
    /** It came sooner after the message than anybody reads. */
    AT_ONCE,
    /** All links of a message within two seconds. */
    ALL_LINKS,
    /** The link that no reader sees. */
    TRAP;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isMachine() {
        return this != NONE;
    }
}
