package fi.seloste.ui;

import fi.seloste.base.Problem;
import org.jspecify.annotations.Nullable;

/** The version that a program saw, as the header If-Match names it (RFC 9110). */
public final class IfMatch {

    private IfMatch() {}

    /** The present one where it does not mind. */
    public static int version(@Nullable String header, int present) {
        if (header == null || header.strip().equals("*")) {
            return present;
        }
        var number = header.strip().replaceAll("^W/|\"", "");
        if (!number.matches("\\d{1,9}")) {
            throw Problem.invalid("If-Match", "value.ifMatch.malformed");
        }
        return Integer.parseInt(number);
    }
}
