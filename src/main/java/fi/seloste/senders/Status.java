package fi.seloste.senders;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an enhanced status code (RFC 3463) says of an address: 5.1.1 is that there is none, 5.2.2 that it is full, 5.7.1 that we are not liked. */
final class Status {

    private static final Pattern CODE = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");
    private static final Pattern PLAIN = Pattern.compile("(?:^|smtp;\\s*|\\s)(5[05]\\d)[ -]");
    // Of addresses: bad mailbox, bad system, moved, null MX. Of mailboxes: disabled. Of ways: no host, no way there.
    private static final Pattern GONE = Pattern.compile("5\\.1\\.(1|2|3|6|10)|5\\.2\\.1|5\\.4\\.4");

    private Status() {}

    /** The kind of a failure by its code and what the server said; a code that tells nothing is looked for in the words. */
    static Return.Kind kind(@Nullable String code, @Nullable String words) {
        var told = code(code, words);
        if (GONE.matcher(told).matches()) {
            return Return.Kind.HARD;
        }
        boolean vague = told.isEmpty() || told.equals("5.0.0");
        var plain = PLAIN.matcher(words == null ? "" : words);
        return vague && plain.find() && plain.group(1).matches("55[013]") ? Return.Kind.HARD : Return.Kind.SOFT;
    }

    static String code(@Nullable String code, @Nullable String words) {
        var given = first(code);
        var said = first(words);
        return given.isEmpty() || (given.endsWith(".0.0") && !said.isEmpty()) ? said : given;
    }

    private static String first(@Nullable String text) {
        var found = CODE.matcher(text == null ? "" : text);
        return found.find() ? found.group(1) : "";
    }
}
