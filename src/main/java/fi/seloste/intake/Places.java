package fi.seloste.intake;

import fi.seloste.base.Folded;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Countries and languages by their code or their name in Finnish, Swedish, English, or the language itself. */
final class Places {

    private static final List<Locale> WRITTEN_IN = List.of(Locale.ENGLISH, Locale.of("fi"), Locale.of("sv"));
    private static final Map<String, String> COUNTRIES = countries();
    private static final Map<String, String> LANGUAGES = languages();

    private Places() {}

    static String country(String text) {
        return known(COUNTRIES, text, "value.country.unknown");
    }

    static boolean isCountry(String text) {
        return COUNTRIES.containsKey(Folded.of(text));
    }

    static String language(String text) {
        var plain = text.strip().replaceFirst("[-_].*", "");
        return known(LANGUAGES, plain, "value.language.unknown");
    }

    private static String known(Map<String, String> codes, String text, String key) {
        var code = codes.get(Folded.of(text));
        if (code == null) {
            throw Problem.invalid(null, key, Shortened.of(text));
        }
        return code;
    }

    private static Map<String, String> countries() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            codes.put(Folded.of(code), code);
            codes.put(Folded.of(country.getISO3Country()), code);
            WRITTEN_IN.forEach(in -> codes.put(Folded.of(country.getDisplayCountry(in)), code));
        }
        Map.of(
                        "uk",
                        "GB",
                        "usa",
                        "US",
                        "england",
                        "GB",
                        "englanti",
                        "GB",
                        "the netherlands",
                        "NL",
                        "hollanti",
                        "NL",
                        "holland",
                        "NL")
                .forEach(codes::putIfAbsent);
        return Map.copyOf(codes);
    }

    private static Map<String, String> languages() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            var language = Locale.of(code);
            WRITTEN_IN.forEach(in -> codes.put(Folded.of(language.getDisplayLanguage(in)), code));
            codes.put(Folded.of(language.getDisplayLanguage(language)), code);
            codes.put(Folded.of(language.getISO3Language()), code);
            codes.put(code, code);
        }
        return Map.copyOf(codes);
    }
}
