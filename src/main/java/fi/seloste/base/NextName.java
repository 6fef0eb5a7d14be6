package fi.seloste.base;

import java.util.regex.Pattern;

/** What a copy is called: "Autumn letter" is followed by "Autumn letter (2)", and that by "Autumn letter (3)". */
public final class NextName {

    private static final Pattern NUMBERED = Pattern.compile("(.*) \\((\\d{1,4})\\)");
    private static final int ROOM = Length.NAME.most() - 8;

    private NextName() {}

    public static String after(String name) {
        var numbered = NUMBERED.matcher(name);
        return numbered.matches()
                ? "%s (%d)".formatted(numbered.group(1), Integer.parseInt(numbered.group(2)) + 1)
                : name.substring(0, Math.min(name.length(), ROOM)) + " (2)";
    }
}
