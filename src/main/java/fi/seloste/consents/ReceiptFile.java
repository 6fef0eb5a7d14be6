package fi.seloste.consents;

import fi.seloste.notice.NoticeJson;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A receipt as the file that a person keeps. */
public final class ReceiptFile {

    private ReceiptFile() {}

    public static ResponseEntity<String> of(UUID consent, Map<String, Object> receipt) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/ld+json")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"consent-" + consent + ".jsonld\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(NoticeJson.pretty(receipt));
    }
}
