package fi.seloste.staff;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Tokens.Token;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tokens for programs: made, shown once, taken back. */
@Component
public class ApiTokens {

    /** So that a token that strays into a log or a repository is recognised by those who scan for such things. */
    public static final String START = "seloste_";

    private final Tokens tokens;
    private final Evidence evidence;
    private final Clock clock;

    ApiTokens(Tokens tokens, Evidence evidence, Clock clock) {
        this.tokens = tokens;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** What a new token is for; nobody hands on more than they hold themselves. */
    public record Wish(
            String name, List<String> purposes, @Nullable Instant expiresAt) {}

    /** Answers the token itself, which nobody can read a second time. */
    @As(Purpose.TECHNICAL)
    public String make(Wish wish, Actor actor, Permissions ofMaker) {
        if (wish.name().isBlank()) {
            throw Problem.invalid("name", "staff.token.unnamed");
        }
        Length.NAME.checked("name", wish.name());
        if (wish.purposes().isEmpty()) {
            throw Problem.invalid("purposes", "staff.token.purposeless");
        }
        if (!ofMaker.include(Permissions.ofCodes(wish.purposes()))) {
            throw Problem.notAllowed("staff.token.beyond");
        }
        if (actor.kind() != Actor.Kind.STAFF
                && Permissions.ofCodes(wish.purposes()).hasLimits()) {
            throw Problem.invalid("purposes", "staff.token.ownerless");
        }
        var secret = START + Secret.next();
        var life = new Token.Life(clock.instant(), wish.expiresAt(), null);
        var id = Ids.next();
        var maker = actor.staff();
        tokens.add(new Token(id, wish.name().strip(), wish.purposes(), maker, life), Secret.print(secret));
        evidence.record(
                actor,
                Act.of("token-made").about("token", id).with(Map.of("purposes", String.join(" ", wish.purposes()))));
        return secret;
    }

    /** The program that shows this token, if it still works. */
    @As(Purpose.TECHNICAL)
    public Optional<Bearer> find(String secret) {
        if (!secret.startsWith(START)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var token = tokens.find(Secret.print(secret), now);
        token.filter(t -> t.wantsTouch(now)).ifPresent(t -> tokens.used(t.tokenId(), now));
        return token.map(t -> new Bearer(t.tokenId(), t.name(), t.permissions(), t.owner()));
    }

    @As(Purpose.TECHNICAL)
    List<Token> all() {
        return tokens.all();
    }

    @As(Purpose.TECHNICAL)
    public void revoke(UUID id, Actor actor) {
        if (!tokens.revoke(id, clock.instant())) {
            throw Problem.notFound("token");
        }
        evidence.record(actor, Act.of("token-revoked").about("token", id));
    }
}
