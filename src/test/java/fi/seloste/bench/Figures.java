package fi.seloste.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, told on the way and as a table at the end. */
final class Figures {

    private static final String LINE = "%-52s %24s   %s%n";

    private final List<Row> rows = new ArrayList<>();
    private final long begun = System.nanoTime();

    /** Seconds that the import took; raw COPY is compared with it. */
    double imported;

    private record Row(String what, String measured, String target) {}

    /** On the way, with the minutes that have passed. */
    void say(String text) {
        long seconds = (System.nanoTime() - begun) / 1_000_000_000;
        System.out.printf(Locale.ROOT, "[%d:%02d] %s%n", seconds / 60, seconds % 60, text);
        System.out.flush();
    }

    void heading(String text) {
        rows.add(new Row(text, "", null));
    }

    void add(String what, String measured, String target) {
        rows.add(new Row(what, measured, target));
        say(what + ": " + measured);
    }

    void add(String what, String measured) {
        add(what, measured, "");
    }

    void print() {
        System.out.printf("%n" + LINE, "", "measured", "target");
        for (var row : rows) {
            if (row.target() == null) {
                System.out.printf("%n%s%n", row.what());
            } else {
                System.out.printf(LINE, "  " + row.what(), row.measured(), row.target());
            }
        }
        System.out.println();
    }

    static String rate(double rows, double seconds) {
        return String.format(Locale.ROOT, "%,.0f/s (%.2f s)", rows / seconds, seconds);
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }
}
