package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens, finds and ends sessions. A new sign-in always gets a new secret: a planted one is worth nothing. */
@Component
class OpenSessions {

    private final Purposes purposes;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Mandates mandates;
    private final Proof proof;

    OpenSessions(Purposes purposes, Sessions sessions, Accounts accounts, Mandates mandates, Proof proof) {
        this.purposes = purposes;
        this.sessions = sessions;
        this.accounts = accounts;
        this.mandates = mandates;
        this.proof = proof;
    }

    /** The time, and who writes down what happened. */
    @Component
    record Proof(Evidence evidence, Clock clock) {}

    /** A new session and the secret that only its browser knows. */
    record Opened(String secret, Session session) {}

    /** A session with whoever it belongs to. */
    record Found(Session session, Account account, Permissions permissions) {}

    Opened open(AccountId id, Session.How how, boolean awaitsFactor, String browser) {
        var now = proof.clock().instant();
        sessions.endOver(now);
        var secret = Secret.next();
        var session =
                new Session(UUID.randomUUID(), id, Secret.next(), how, awaitsFactor, life(how, awaitsFactor, now));
        sessions.add(session, Secret.print(secret), browser);
        if (!awaitsFactor) {
            var act = Act.of("signed-in").about("account", id.value()).with(Map.of("how", how.code()));
            proof.evidence().record(accounts.get(id).actor(), act);
        }
        return new Opened(secret, session);
    }

    /** By the cookie's secret; whatever is over, waits too long, or belongs to a closed account opens nothing. */
    Optional<Found> find(String secret) {
        return purposes.as(Purpose.TECHNICAL, () -> {
            var now = proof.clock().instant();
            var session = sessions.find(Secret.print(secret)).filter(s -> !s.isOver(now));
            session.filter(s -> s.wantsTouch(now)).ifPresent(s -> sessions.touch(s.sessionId(), now));
            return session.flatMap(this::withOwner);
        });
    }

    void end(Session session) {
        sessions.end(session.sessionId());
    }

    void endAll(AccountId account) {
        sessions.endAll(account, null);
    }

    private Optional<Found> withOwner(Session session) {
        return accounts.find(session.account())
                .filter(account -> !account.isDisabled())
                .map(account -> new Found(session, account, mandates.of(account.id())));
    }

    private static Session.Life life(Session.How how, boolean awaitsFactor, Instant now) {
        var end = now.plus(awaitsFactor ? Session.FOR_FACTOR : Session.LONGEST);
        return new Session.Life(now, now, end, how == Session.How.PASSKEY ? now : null);
    }
}
