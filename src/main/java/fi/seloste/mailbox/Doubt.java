package fi.seloste.mailbox;

import java.util.Locale;

/** What a reader has to know of a message before believing it, or of what could not be read in it. */
public enum Doubt {
    /** No address of a sender, or one that cannot be an address. */
    NO_SENDER,
    /** Several say that they are the sender; none of them is taken for it. */
    SEVERAL_SENDERS,
    /** Larger than is taken; only its beginning was. */
    TOO_LARGE,
    /** More or deeper parts, or a longer head, than a letter has; only the first were read. */
    TOO_MANY_PARTS,
    /** The text was longer than is kept. */
    CUT,
    /** Something in it contradicts its own encoding; what could be read was. */
    DAMAGED,
    /** Encrypted: nothing of it can be read here. */
    ENCRYPTED,
    /** Nothing could be made of it; it hangs on itself as a file. */
    UNREADABLE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Doubt of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
