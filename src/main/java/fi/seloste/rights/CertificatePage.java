package fi.seloste.rights;

import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;

/** The certificate of an erasure, as it can be shown to the authority. */
public record CertificatePage(String number, Map<String, Object> content) implements View {

    @SuppressWarnings("unchecked") // our own JSON, read back
    public List<Map<String, Object>> stores() {
        return (List<Map<String, Object>>) content.getOrDefault("stores", List.of());
    }

    public String fact(String key) {
        return String.valueOf(content.getOrDefault(key, ""));
    }

    public int hits() {
        return content.get("scan") instanceof Map<?, ?> scan && scan.get("hits") instanceof List<?> hits
                ? hits.size()
                : 0;
    }

    public boolean scannedAgain() {
        return content.containsKey("secondScan");
    }

    @Override
    public String as() {
        return "rights";
    }
}
