package fi.seloste.base;

/** Text as a sentence quotes it: one line, and never the whole novel. */
public final class Shortened {

    private static final int LONGEST = 60;

    private Shortened() {}

    public static String of(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
