package fi.seloste.ui;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text of the product, in its three languages, from {@code messages/<module>[_fi|_sv].properties}. Plurals and the like follow
 * ICU's message syntax, in which a lone apostrophe is an apostrophe.
 */
@Component
public class Texts {

    public static final List<String> LANGUAGES = List.of("fi", "sv", "en");

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final boolean strict;

    Texts(@Value("${seloste.texts.strict:false}") boolean strict) {
        this.strict = strict;
        LANGUAGES.forEach(language -> byLanguage.put(language, new HashMap<>()));
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<String> keys(String language) {
        return new TreeSet<>(in(language).keySet());
    }

    /** The text as it is written, with its places for arguments. */
    String text(String language, String key) {
        var text = find(language, key);
        return text != null ? text : missing(key);
    }

    public boolean has(String key) {
        return in("en").containsKey(key);
    }

    /** The text in this language; where it is missing the key itself, and in tests an exception. */
    public String say(Locale locale, String key, Object... arguments) {
        var text = find(locale.getLanguage(), key);
        if (text == null) {
            return missing(key);
        }
        if (arguments.length == 0 && text.indexOf('{') < 0 && text.indexOf('\'') < 0) {
            return text;
        }
        var format = formats.computeIfAbsent(locale.getLanguage() + " " + key, k -> new MessageFormat(text, locale));
        return ((MessageFormat) format.clone())
                .format(Arrays.stream(arguments)
                        .map(argument -> argument instanceof LocalDate day ? date(locale, day) : argument)
                        .toArray());
    }

    // By itself the format would say a time of day too.
    private String date(Locale locale, LocalDate day) {
        return DateTimeFormatter.ofPattern(say(locale, "ui.format.date").replace('"', '\''), locale)
                .format(day);
    }

    private @Nullable String find(String language, String key) {
        var text = in(language).get(key);
        return text != null ? text : in("en").get(key);
    }

    private String missing(String key) {
        if (strict) {
            throw new IllegalArgumentException("no text " + key);
        }
        return key;
    }

    private Map<String, String> in(String language) {
        return byLanguage.getOrDefault(language, byLanguage.getOrDefault("en", Map.of()));
    }

    // A key that two files define is a slip that a test names; it must not keep an installation from starting.
    private void load(Resource file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        var texts = in(languageOf(String.valueOf(file.getFilename())));
        properties.stringPropertyNames().forEach(key -> texts.putIfAbsent(key, properties.getProperty(key)));
    }

    private static String languageOf(String name) {
        return name.endsWith("_fi.properties") ? "fi" : name.endsWith("_sv.properties") ? "sv" : "en";
    }
}
