package fi.seloste.events;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an event is called and where it is, in one language: a place, a link, or both. */
public record Words(String name, String description, String place, String link) {

    static final List<String> LANGUAGES = List.of("fi", "sv", "en");

    public Words {
        name = line("name", name, Length.NAME);
        place = line("place", place, Length.LINE);
        link = line("link", link, Length.LINE);
        description = Length.TEXT
                .checked("description", description.strip().replace("\r\n", "\n"))
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
        if (!link.isEmpty() && !isAddress(link)) {
            throw Problem.invalid("link", "events.link.wrong");
        }
    }

    Words named(String other) {
        return new Words(other, description, place, link);
    }

    public boolean hasNothing() {
        return name.isEmpty() && description.isEmpty() && place.isEmpty() && link.isEmpty();
    }

    /** Where it is, as one line. */
    public String where() {
        return place.isEmpty() ? link : link.isEmpty() ? place : place + ", " + link;
    }

    /** Those languages in which it has a name, and at least one of them. */
    static Map<String, Words> spoken(Map<String, Words> words) {
        var spoken = new TreeMap<String, Words>();
        words.forEach((language, one) -> {
            if (!LANGUAGES.contains(language)) {
                throw Problem.invalid("words", "events.language.unknown", language);
            }
            if (one.hasNothing()) {
                return;
            }
            if (one.name().isEmpty()) {
                throw Problem.invalid("name." + language, "events.name.missing");
            }
            spoken.put(language, one);
        });
        if (spoken.isEmpty()) {
            throw Problem.invalid("name.fi", "events.name.missing");
        }
        return Collections.unmodifiableMap(spoken);
    }

    /** What stands in headers and calendars holds no line break: after it another header or property would begin. */
    static String line(String field, String text, Length length) {
        var stripped = length.checked(field, text.strip());
        if (stripped.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029)) {
            throw Problem.invalid(field, "events.oneLine");
        }
        return stripped;
    }

    private static boolean isAddress(String text) {
        try {
            var url = new URI(text);
            return url.getScheme() != null
                    && url.getScheme().matches("(?i)https?")
                    && url.getHost() != null
                    && url.getHost().contains(".");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
