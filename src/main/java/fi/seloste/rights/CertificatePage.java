package fi.seloste.rights;

import fi.seloste.ui.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The certificate of an erasure, as it can be shown to the authority. */
public record CertificatePage(String id, String number, Map<String, Object> content, List<PlanItem> items)
        implements View {

    public String fact(String key) {
        return String.valueOf(content.getOrDefault(key, ""));
    }

    public Instant erasedAt() {
        return Instant.parse(fact("erasedAt"));
    }

    public int hits() {
        return content.get("scan") instanceof Map<?, ?> scan && scan.get("hits") instanceof List<?> hits
                ? hits.size()
                : 0;
    }

    /** Large tables whose texts the second scan reads. */
    public String waiting() {
        return content.get("scan") instanceof Map<?, ?> scan && scan.get("waiting") instanceof List<?> tables
                ? tables.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : "";
    }

    /** When the second scan had passed; null before it. */
    public @Nullable Instant secondAt() {
        return content.get("secondScan") instanceof Map<?, ?> second
                ? Instant.parse(String.valueOf(second.get("at")))
                : null;
    }

    @Override
    public String as() {
        return "rights";
    }
}
