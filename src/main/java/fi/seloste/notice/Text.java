package fi.seloste.notice;

import com.fasterxml.jackson.annotation.JsonValue;
import fi.seloste.base.Worded;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A piece of the declaration's wording, in the languages the declaration speaks. Asked for another, it answers in its first. */
public record Text(@JsonValue Map<String, String> byLanguage) implements Worded {

    public static final Text NONE = new Text(Map.of());

    public Text {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    @Override
    public String in(Locale language) {
        var words = byLanguage.get(language.getLanguage());
        return words != null ? words : byLanguage.values().stream().findFirst().orElse("");
    }

    public boolean isBlank() {
        return byLanguage.isEmpty();
    }
}
