package fi.seloste.senders;

import fi.seloste.base.Problem;
import fi.seloste.staff.Public;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** Where providers tell what came back. Whoever does not know a sender's secret is sent away, and learns nothing of which senders there are. */
@Controller
class HookDoor {

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
            @RequestBody(required = false) @Nullable String body) {
        var heard = id(sender)
                .flatMap(id -> provider(provider)
                        .map(one -> hooks.hear(id, one, password(authorization), body == null ? "" : body)))
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
