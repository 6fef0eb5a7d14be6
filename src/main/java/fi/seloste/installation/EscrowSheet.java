package fi.seloste.installation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys on paper: printed, kept in a safe, and the only way back when the key folder burns. It is read again as it was typed off. */
final class EscrowSheet {

    static final String NAME = "escrow-sheet.txt";

    private static final Pattern HEADING = Pattern.compile("\\b([a-z]+)\\.(\\d{1,4})(?:\\.key)?\\b(?![^\\n]*://)");

    private EscrowSheet() {}

    /** A key as it stands on a sheet. */
    record Typed(String name, int version, MasterKey key) {

        String file() {
            return name + "." + version + ".key";
        }
    }

    static String text(Map<String, NavigableMap<Integer, MasterKey>> keys) {
        StringBuilder sheet = new StringBuilder("""
                SELOSTE: ESCROW SHEET OF THE KEYS

                Print this sheet, lay it in a safe, and delete the file. Backups never contain these keys.
                Without them a restored backup cannot tell who must not be marketed to or collected again,
                and the secrets kept encrypted in it cannot be read.

                To try whether the sheet is good, type it off and give it to: seloste keys check --sheet FILE
                To put the keys back:                                         seloste keys restore --sheet FILE
                The last group of each line is a check against slips of the pen.

                """);
        keys.forEach((name, versions) -> versions.forEach((version, key) -> sheet.append(name)
                .append('.')
                .append(version)
                .append(".key\n    ")
                .append(key.writing())
                .append("\n\n")));
        return sheet.toString();
    }

    static Path write(Path folder, Map<String, NavigableMap<Integer, MasterKey>> keys) {
        Path file = folder.resolve(NAME);
        PrivateFile.write(file, text(keys));
        return file;
    }

    /** Reads what was typed: headings such as `suppression.1.key`, and under each its nine groups, however they are spaced. */
    static List<Typed> read(String text) {
        List<Typed> typed = new ArrayList<>();
        Matcher heading = HEADING.matcher(text);
        boolean more = heading.find();
        while (more) {
            String name = heading.group(1);
            int version = Integer.parseInt(heading.group(2));
            int from = heading.end();
            more = heading.find();
            typed.add(new Typed(
                    name, version, key(name, version, text.substring(from, more ? heading.start() : text.length()))));
        }
        if (typed.isEmpty()) {
            throw new Trouble(
                    "No key stands in what was given. Type each key off the sheet with the name above it, such as"
                            + " suppression.1.key, and its nine groups below.");
        }
        return typed;
    }

    private static MasterKey key(String name, int version, String digits) {
        try {
            return MasterKey.written(digits);
        } catch (IllegalArgumentException e) {
            throw new Trouble(
                    "What stands under " + name + "." + version + ".key is not a key: " + e.getMessage()
                            + ". Compare it with the sheet, group by group.",
                    e);
        }
    }
}
