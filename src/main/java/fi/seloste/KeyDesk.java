package fi.seloste;

import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Finding;
import fi.seloste.installation.KeyCustody;
import fi.seloste.installation.Keys;
import fi.seloste.installation.PrivateFile;
import fi.seloste.installation.Settings;
import fi.seloste.installation.Trouble;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code seloste keys}: the keys of this installation, a new one, the sheet for the safe and whether it is good. */
record KeyDesk(Settings settings, PrintStream out) {

    int run(List<String> words) {
        String what = words.isEmpty() ? "list" : words.getFirst();
        String sheet = sheet(words);
        return switch (what) {
            case "list" -> list();
            case "rotate" -> rotate();
            case "sheet" -> print();
            case "check" -> check(sheet);
            case "restore" -> restore(sheet);
            default ->
                throw new Trouble(
                        "'keys' does not know '" + what + "'. It knows list, rotate, sheet, check and restore.");
        };
    }

    private int list() {
        var keys = custody().list();
        if (keys.isEmpty()) {
            throw new Trouble("There are no keys in " + settings.keys() + " yet. The first start makes them.");
        }
        keys.forEach(key -> out.println("  %-16s mark %s   %s"
                .formatted(
                        key.name() + "." + key.version(),
                        key.mark(),
                        key.tried() ? "on a sheet that was tried" : "on no sheet that was tried")));
        custody().check();
        return 0;
    }

    /** The data folder is ours while the key is made, so that no running Seloste works on with the old one. */
    private int rotate() {
        if (DataFolder.isHeld(settings.data())) {
            throw new Trouble("Seloste runs on " + settings.data() + ". Stop it, change the key, and start it again.");
        }
        if (!Files.exists(settings.data().resolve("keys.register"))) {
            throw new Trouble("There are no keys in " + settings.keys() + " yet, and so none to change.");
        }
        int version;
        try (var folder = DataFolder.open(settings.data(), DataFolder.isDemo(settings.data()))) {
            version = custody().rotate(Keys.SUPPRESSION);
            out.println("Version " + version + " of the key 'suppression' lies in " + settings.keys()
                    + ". Older versions stay: people who were erased are known by them alone.");
        }
        new House(settings).renew(out);
        out.println(
                "Now print the sheet anew ('seloste keys sheet'), lay it in the safe in the place of the old one, and"
                        + " try it with 'seloste keys check --sheet FILE'.");
        return 0;
    }

    private int print() {
        out.print(custody().sheet());
        return 0;
    }

    private int check(@Nullable String sheet) {
        custody().check();
        if (sheet == null) {
            out.println(
                    "Every key is in " + settings.keys() + " and belongs to this installation. Whether the sheet in the"
                            + " safe is good, 'seloste keys check --sheet FILE' tells.");
            return 0;
        }
        var findings = custody().check(sheet);
        findings.forEach(finding -> out.println(finding.line()));
        boolean good = findings.stream().noneMatch(f -> f.kind() == Finding.Kind.WRONG);
        out.println();
        out.println(good ? "The sheet is good: with it the keys can be put back." : "The sheet is not good.");
        return good ? 0 : 1;
    }

    private int restore(@Nullable String sheet) {
        if (sheet == null) {
            throw new Trouble("Say which sheet: 'seloste keys restore --sheet FILE', or --sheet - to type it in.");
        }
        var written = custody().restore(sheet);
        written.forEach(file -> out.println("  " + file));
        out.println(
                written.isEmpty() ? "Every key of the sheet was there already." : "Put back: " + written.size() + ".");
        return 0;
    }

    /** What follows --sheet: a file, or - for what is typed in. */
    private static @Nullable String sheet(List<String> words) {
        if (words.size() < 2) {
            return null;
        }
        boolean known = words.size() == 3 && words.get(1).equals("--sheet");
        if (!known || !List.of("check", "restore").contains(words.getFirst())) {
            throw new Trouble("'keys " + words.getFirst() + "' does not understand '" + words.get(1)
                    + "'. With check and restore goes --sheet FILE; see 'seloste help'.");
        }
        return read(words.get(2));
    }

    private static String read(String file) {
        if (!file.equals("-")) {
            return PrivateFile.read(Path.of(file));
        }
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Trouble("What was typed in could not be read: " + PrivateFile.reason(e) + ".", e);
        }
    }

    private KeyCustody custody() {
        return KeyCustody.of(settings);
    }
}
