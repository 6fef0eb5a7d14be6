package fi.seloste.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A certificate of erasure as programs read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Certificate")
record CertificateJson(
        UUID id,
        String request,
        Instant madeAt,
        Instant erasedAt,
        List<PlanItem> stores,
        List<Told> recipients,
        int recollectionForbidden,
        Searched scan,
        @Nullable Again secondScan,
        int keyVersion,
        String codeVersion) {

    // What was written down once stays readable, whatever later versions add.
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Schema(name = "CertifiedRecipient")
    record Told(
            String recipient,
            String state,
            @Nullable String evidence,
            @Nullable Instant doneAt) {}

    /** Where the person's identifiers were still found, and which large tables the night reads. */
    @Schema(name = "FirstScan")
    record Searched(Instant at, List<Hit> hits, List<String> waiting) {}

    @Schema(name = "ScanHit")
    record Hit(String table, String column, long rows) {}

    @Schema(name = "SecondScan")
    record Again(Instant at, int hits) {}

    static CertificateJson of(Map<String, Object> certificate) {
        return JSON.convertValue(certificate, CertificateJson.class);
    }
}
