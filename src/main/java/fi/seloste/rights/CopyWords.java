package fi.seloste.rights;

import fi.seloste.base.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the places, fields and codes of the data map are called where a person or the desk reads them (Art. 12(1): plain language). */
record CopyWords(Locale language) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    /** The detail of an act is kept as JSON: said field by field. */
    String detail(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, Object>>() {}).entrySet().stream()
                .map(one -> worded("copy.field." + one.getKey(), one.getKey()) + ": " + value(one.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String code(String code) {
        return worded("copy.code." + code, code);
    }

    private String worded(String key, String otherwise) {
        try {
            return Sentence.of(key).in(language);
        } catch (MissingResourceException e) {
            return otherwise;
        }
    }
}
