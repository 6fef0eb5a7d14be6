package fi.seloste.staff;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tokens with which programs come in. */
@Controller
@RequestMapping("/tokens")
@Needs(purpose = Purpose.TECHNICAL, action = Action.MANAGE)
class TokenPages {

    private final ApiTokens tokens;
    private final Staff staff;
    private final Clock clock;

    TokenPages(ApiTokens tokens, Staff staff, Clock clock) {
        this.tokens = tokens;
        this.staff = staff;
        this.clock = clock;
    }

    @GetMapping
    TokenListPage list(Permissions permissions) {
        return page(permissions, new TokenListPage.Wish("", List.of()), null, Errors.none());
    }

    @PostMapping
    TokenListPage make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> purpose,
            @RequestParam(defaultValue = "365") int days,
            SignedIn viewer) {
        var wish = new TokenListPage.Wish(name, purpose);
        try {
            var until = days <= 0 ? null : clock.instant().plus(Duration.ofDays(Math.min(days, 3650)));
            var made = tokens.make(new ApiTokens.Wish(name, purpose, until), viewer.actor(), viewer.permissions());
            return page(viewer.permissions(), new TokenListPage.Wish("", List.of()), made, Errors.none());
        } catch (Problem.Invalid problem) {
            return page(viewer.permissions(), wish, null, Errors.of(problem));
        }
    }

    @PostMapping("/{id}/revocation")
    Redirect revoke(@PathVariable UUID id, Actor actor, Flash flash) {
        tokens.revoke(id, actor);
        flash.done("staff.token.revoked");
        return Redirect.to("/tokens");
    }

    private TokenListPage page(Permissions permissions, TokenListPage.Wish wish, @Nullable String made, Errors errors) {
        var all = tokens.all();
        var names = staff.names(all.stream()
                .map(Tokens.Token::createdBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var purposes = permissions.purposes().stream().map(Purpose::code).toList();
        return new TokenListPage(all.stream().map(token -> row(token, names)).toList(), purposes, wish, made, errors);
    }

    private static TokenListPage.Row row(Tokens.Token token, Map<UUID, String> names) {
        var by = token.createdBy();
        return new TokenListPage.Row(
                token.tokenId().toString(),
                token.name(),
                token.purposes(),
                by == null ? "" : names.getOrDefault(by, ""),
                token.life().createdAt(),
                token.life().usedAt(),
                token.life().expiresAt());
    }
}
