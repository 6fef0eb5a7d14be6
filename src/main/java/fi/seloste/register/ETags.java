package fi.seloste.register;

import fi.seloste.base.Problem;
import fi.seloste.ui.Texts;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Versions as HTTP carries them (RFC 9110): ETag out, If-Match in, 412 with both values where somebody else was quicker. */
final class ETags {

    private ETags() {}

    /** The version that the caller saw; none where it does not mind. */
    static @Nullable Integer version(HttpHeaders headers) {
        var ifMatch = headers.getValuesAsList("If-Match");
        if (ifMatch.isEmpty() || ifMatch.getFirst().equals("*")) {
            return null;
        }
        var tag = ifMatch.getFirst().replaceFirst("^W/", "").replace("\"", "");
        try {
            return Integer.valueOf(tag);
        } catch (NumberFormatException e) {
            throw Problem.invalid("If-Match", "register.ifMatch.malformed", ifMatch.getFirst());
        }
    }

    static ResponseEntity<?> preconditionFailed(Problem.Conflict conflict, Texts texts, Locale locale) {
        if (!conflict.key().equals(Stale.KEY)) {
            throw conflict;
        }
        var words = Arrays.copyOf(conflict.arguments(), 3);
        var detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.PRECONDITION_FAILED, texts.say(locale, conflict.key(), words));
        detail.setTitle(texts.say(locale, "ui.problem.conflict"));
        detail.setType(URI.create("urn:seloste:" + conflict.key()));
        detail.setProperty("conflicts", Stale.both(conflict));
        detail.setProperty("version", conflict.arguments()[4]);
        return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
