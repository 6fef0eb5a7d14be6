package fi.seloste.demo;

import java.util.Locale;

/**
 * Telephone numbers that ring nowhere. Finland keeps no numbers for stories, so these begin as none does there: 049 000 was given to
 * nobody. Sweden keeps 070-174 06 05 to 99 for stories.
 */
final class Numbers {

    private int mobile = 1000;
    private int swedish = 5;
    private int switchboard = 300;

    String mobile() {
        return mobile(String.format(Locale.ROOT, "%04d", mobile++));
    }

    static String mobile(String tail) {
        return "+358 49 000 " + tail;
    }

    /** The ninety-five Swedish ones, then Finnish ones. */
    String swedish() {
        return swedish > 99 ? mobile() : String.format(Locale.ROOT, "+46 70 174 06 %02d", swedish++);
    }

    String switchboard() {
        return mobile(String.format(Locale.ROOT, "%04d", switchboard++));
    }
}
