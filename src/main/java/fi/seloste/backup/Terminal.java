package fi.seloste.backup;

import java.io.PrintStream;
import java.util.Locale;

/** How far it is: one line that grows where somebody looks, and only its end where a program does. */
public final class Terminal {

    private final PrintStream out;
    private final boolean looked;
    private String task = "";
    private int width;

    private Terminal(PrintStream out, boolean looked) {
        this.out = out;
        this.looked = looked;
    }

    public static Terminal of(PrintStream out) {
        var console = System.console();
        return new Terminal(out, console != null && console.isTerminal());
    }

    /** For work that nobody watches. */
    public static Terminal silent() {
        return new Terminal(new PrintStream(java.io.OutputStream.nullOutputStream()), false);
    }

    public void say(String sentence) {
        out.println(sentence);
    }

    void begin(String name) {
        task = name;
        tick("");
    }

    void tick(String where) {
        if (looked) {
            over("  " + task + " … " + where);
        }
    }

    void done(String what) {
        if (looked) {
            over("");
            out.print('\r');
        }
        out.println("  " + task + ": " + what + ".");
        out.flush();
        width = 0;
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private void over(String text) {
        out.print('\r' + text + " ".repeat(Math.max(0, width - text.length())));
        out.flush();
        width = text.length();
    }
}
