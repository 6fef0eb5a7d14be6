package fi.seloste.intake;

import fi.seloste.base.Folded;
import java.util.Map;

/** What an address or number is for, in one word whatever the language of the file. Other words stay as they were written. */
final class Labels {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("work", "work"),
            Map.entry("tyo", "work"),
            Map.entry("toimisto", "work"),
            Map.entry("arbete", "work"),
            Map.entry("business", "work"),
            Map.entry("office", "work"),
            Map.entry("jobb", "work"),
            Map.entry("main", "work"),
            Map.entry("home", "home"),
            Map.entry("koti", "home"),
            Map.entry("hem", "home"),
            Map.entry("personal", "home"),
            Map.entry("private", "home"),
            Map.entry("yksityinen", "home"),
            Map.entry("mobile", "mobile"),
            Map.entry("cell", "mobile"),
            Map.entry("matkapuhelin", "mobile"),
            Map.entry("kannykka", "mobile"),
            Map.entry("gsm", "mobile"),
            Map.entry("mobil", "mobile"),
            Map.entry("iphone", "mobile"),
            Map.entry("fax", "fax"),
            Map.entry("faksi", "fax"),
            Map.entry("other", "other"),
            Map.entry("muu", "other"),
            Map.entry("annan", "other"),
            Map.entry("ovrigt", "other"));

    private Labels() {}

    /** A star marks the main one in Google's files; vCards name several types, of which the most telling counts. */
    static String of(String written) {
        var plain = Folded.of(written.replace("*", " ").replace("_$!<", "").replace(">!$_", ""))
                .strip();
        var found = "";
        for (var word : plain.split("[\\s,]+")) {
            var known = WORDS.getOrDefault(word, "");
            found = known.equals("fax") || known.equals("mobile") || found.isEmpty() ? known : found;
        }
        var said = plain.replaceAll("\\b(internet|pref|voice|text|x-internet|msg|textphone|video|x-pref)\\b", "")
                .strip();
        return !found.isEmpty()
                ? found
                : said.isEmpty() ? "" : written.replace("*", "").strip();
    }

    static boolean isKnown(String word) {
        return WORDS.containsKey(Folded.of(word));
    }
}
