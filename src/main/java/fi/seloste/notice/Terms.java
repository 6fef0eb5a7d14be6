package fi.seloste.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The terms of the Data Privacy Vocabulary 2.3 that we write, from the list we keep with the product. */
final class Terms {

    static final Map<String, String> PREFIXES = Map.of(
            "dpv", "https://w3id.org/dpv#",
            "pd", "https://w3id.org/dpv/pd#",
            "eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#");

    private static final Set<String> KNOWN = load();

    private Terms() {}

    static Set<String> known() {
        return KNOWN;
    }

    private static Set<String> load() {
        try (InputStream stream = Terms.class.getClassLoader().getResourceAsStream("notice/dpv-2.3.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
