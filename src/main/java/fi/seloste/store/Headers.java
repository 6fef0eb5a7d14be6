package fi.seloste.store;

import jakarta.mail.internet.MimeUtility;
import java.util.Map;

/** Lines of a mail's header, folded as they leave. What many mails have alike is written once, and each adds what is its own. */
public final class Headers {

    public static final Headers NONE = new Headers("");

    private final String lines;

    private Headers(String lines) {
        this.lines = lines;
    }

    public static Headers of(Map<String, String> headers) {
        return NONE.and(headers);
    }

    public Headers and(Map<String, String> headers) {
        var all = this;
        for (var header : headers.entrySet()) {
            all = all.and(header.getKey(), header.getValue());
        }
        return all;
    }

    public Headers and(String name, String value) {
        refuseControl(name);
        refuseControl(value);
        return new Headers(lines + name + ": " + MimeUtility.fold(name.length() + 2, value) + "\r\n");
    }

    /** A line break in any of them would be a header of somebody else's making. */
    static void refuseControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == 0x7f) {
                throw new IllegalArgumentException("A header of a message has a control character");
            }
        }
    }

    /** Each with its end. */
    @Override
    public String toString() {
        return lines;
    }
}
