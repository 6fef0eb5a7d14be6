package fi.seloste.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

    /** The declaration by its own words, as the API answers it. */
    public static Map<String, Object> of(Declaration declaration) {
        return MAPPER.convertValue(declaration, new TypeReference<>() {});
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
