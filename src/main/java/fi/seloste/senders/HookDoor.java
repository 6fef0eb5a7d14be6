package fi.seloste.senders;

import fi.seloste.base.Problem;
import fi.seloste.staff.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Where providers tell what came back. Whoever does not know a sender's secret is sent away, and learns nothing of which senders there are. */
@Controller
class HookDoor {

    /** Amazon tells at most 256 kB at a time, the others less; whoever sends without end must not fill the memory. */
    private static final int LARGEST = 512 * 1024;

    private final Hooks hooks;

    HookDoor(Hooks hooks) {
        this.hooks = hooks;
    }

    @PostMapping("/returns/{sender}/{provider}")
    @Public(intake = true, perSecond = 200)
    ResponseEntity<Void> hear(
            @PathVariable String sender,
            @PathVariable String provider,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        var heard = id(sender)
                .flatMap(id -> provider(provider)
                        .map(one ->
                                hooks.hear(id, one, password(authorization), new String(body, StandardCharsets.UTF_8))))
                .orElse(false);
        return heard
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"returns\"")
                        .build();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Provider> provider(String code) {
        try {
            return Optional.ofNullable(Provider.of(code));
        } catch (Problem.Invalid e) {
            return Optional.empty();
        }
    }

    private static @Nullable String password(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            var pair = new String(
                    Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
