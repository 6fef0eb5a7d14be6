package fi.seloste.rights;

import fi.seloste.base.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.stream.Collectors;

/** What the places, fields and codes of the data map are called where a person or the desk reads them (Art. 12(1): plain language). */
record CopyWords(Locale language) {

    String place(String table) {
        return Sentence.of("copy.place." + table).in(language);
    }

    String field(String column) {
        return Sentence.of("copy.field." + column).in(language);
    }

    /** Codes that have words are said in them; every other value stands as it is. */
    String value(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::value).collect(Collectors.joining(", "));
        }
        var text = value.toString();
        return text.matches("[a-z]+(-[a-z]+)*") ? code(text) : text;
    }

    private String code(String code) {
        try {
            return Sentence.of("copy.code." + code).in(language);
        } catch (MissingResourceException e) {
            return code;
        }
    }
}
