package fi.seloste.base;

/** The signs that JSON and URLs can write and no text here can hold. */
public final class Signs {

    private Signs() {}

    /** PostgreSQL keeps no U+0000, and half of a surrogate pair is no character in UTF-8. */
    public static boolean unkeepable(String text) {
        for (int at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (sign == 0) {
                return true;
            }
            if (Character.isHighSurrogate(sign)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(sign)) {
                return true;
            }
        }
        return false;
    }
}
