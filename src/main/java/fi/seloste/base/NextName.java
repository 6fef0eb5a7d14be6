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
                ? "%s (%d)".formatted(cut(numbered.group(1)), Integer.parseInt(numbered.group(2)) + 1)
                : cut(name) + " (2)";
    }

    /** A sign beyond the sixteen bits, an emoji for one, is two characters that stay together. */
    private static String cut(String name) {
        if (name.length() <= ROOM) {
            return name;
        }
        return name.substring(0, Character.isHighSurrogate(name.charAt(ROOM - 1)) ? ROOM - 1 : ROOM);
    }
}
