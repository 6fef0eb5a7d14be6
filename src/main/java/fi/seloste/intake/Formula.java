package fi.seloste.intake;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run. Coming in they stay text and are never a name; going out they get an apostrophe in front, as
 * OWASP advises on CSV injection.
 */
public final class Formula {

    private static final Pattern TEXT_ONLY = Pattern.compile("=\"([^\"=]*)\"");

    private Formula() {}

    /** What the cell says: {@code ="00100"} is how exports keep zeros, and an apostrophe in front is our own or Excel's. */
    static String plain(String cell) {
        var kept = TEXT_ONLY.matcher(cell);
        if (kept.matches()) {
            return kept.group(1);
        }
        return cell.length() > 1 && cell.charAt(0) == '\'' && isStart(cell.charAt(1)) ? cell.substring(1) : cell;
    }

    static boolean isFormula(String cell) {
        return cell.startsWith("=");
    }

    /** For every cell that goes out in a list. */
    public static String neutral(String cell) {
        return !cell.isEmpty() && isStart(cell.charAt(0)) ? "'" + cell : cell;
    }

    private static boolean isStart(char c) {
        return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
    }
}
