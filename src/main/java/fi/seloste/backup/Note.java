package fi.seloste.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a restore leaves for the house that starts on it: which backup it was, and why it went on where the journal was not whole. */
record Note(
        String product,
        Instant madeAt,
        long journal,
        @Nullable String reason) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String text() {
        return JSON.writeValueAsString(this);
    }

    static Note of(String text) {
        return JSON.readValue(text, Note.class);
    }
}
