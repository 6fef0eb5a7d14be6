package fi.seloste.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The declaration as JSON. Its form is canonical (keys in order, no blanks), so that its SHA-256 names the content: comments and the order
 * of keys in the YAML do not change it, every word that is published does.
 */
public final class NoticeJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private NoticeJson() {}

    static JsonNode tree(Declaration declaration) {
        return MAPPER.valueToTree(declaration);
    }

    /** What the API answers: the declaration, its hash, and what is enforced. */
    public static Map<String, Object> of(Declaration declaration) {
        Map<String, Object> content = MAPPER.convertValue(declaration, new TypeReference<>() {});
        return Map.of("sha256", sha256(declaration), "notice", content);
    }

    /** The linter's findings as the API answers them, with the sentences in one language. */
    public static List<Map<String, String>> of(List<Finding> findings, Locale language) {
        return findings.stream()
                .map(finding -> Map.of(
                        "id", finding.id(),
                        "severity", finding.severity().code(),
                        "article", finding.law().words().in(language),
                        "path", finding.path(),
                        "sentence", finding.sentence().in(language),
                        "remedy", finding.remedy().in(language)))
                .toList();
    }

    public static String sha256(Declaration declaration) {
        try {
            var canonical = MAPPER.writeValueAsString(declaration).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For people who look at it. */
    public static String pretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
