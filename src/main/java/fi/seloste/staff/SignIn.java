package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Accounts.Credentials;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a person gets in: each way ends in a new session or says nothing about why it does not. */
@Component
class SignIn {

    private static final Actor DOOR = Actor.system("sign-in");

    private final Purposes purposes;
    private final Accounts accounts;
    private final Passwords passwords;
    private final OpenSessions sessions;
    private final Guards guards;

    SignIn(Purposes purposes, Accounts accounts, Passwords passwords, OpenSessions sessions, Guards guards) {
        this.purposes = purposes;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.guards = guards;
    }

    /** What became of a try. */
    sealed interface Outcome {
        /** Signed in, or waiting for the second factor as the session says. */
        record In(OpenSessions.Opened opened) implements Outcome {}

        record Refused() implements Outcome {}

        /** Too many tries; the next one is judged from then on. */
        record Later(Instant freeAt) implements Outcome {}
    }

    /** From where somebody tries. */
    record From(String address, String browser) {}

    /** The hash is computed outside any transaction: it takes long, and connections are few. */
    Outcome withPassword(String email, String password, From from) {
        var known = normal(email);
        var early = purposes.as(Purpose.TECHNICAL, () -> guards.tooEarly(known, from.address()));
        if (early.isPresent()) {
            return new Outcome.Later(early.get());
        }
        var credentials = purposes.as(Purpose.TECHNICAL, () -> accounts.credentials(known));
        var hash = credentials.map(Credentials::hash).orElse(null);
        if (!passwords.matches(password, hash) || credentials.isEmpty()) {
            credentials.ifPresent(c -> refused(c.id(), "password"));
            return new Outcome.Refused();
        }
        return purposes.as(Purpose.TECHNICAL, () -> {
            guards.right(known, from.address());
            return in(credentials.get().id(), Session.How.PASSWORD, from);
        });
    }

    /** A link of the console, once. */
    Outcome withLink(String secret, From from) {
        return purposes.as(
                Purpose.TECHNICAL,
                () -> guards.links()
                        .use(secret, Links.Kind.SIGN_IN)
                        .filter(this::isActive)
                        .map(account -> in(account, Session.How.LINK, from))
                        .orElseGet(Outcome.Refused::new));
    }

    /** Whose invitation or forgotten password this is. */
    Optional<Account> invited(String secret) {
        return purposes.as(
                Purpose.TECHNICAL,
                () -> guards.links()
                        .find(secret, Links.Kind.INVITATION, Links.Kind.PASSWORD)
                        .flatMap(accounts::find)
                        .filter(a -> !a.isDisabled()));
    }

    /** Chooses a password by an invitation or after a forgotten one; every other session of the account ends. */
    Outcome withNewPassword(String secret, String password, From from) {
        var account = invited(secret);
        if (account.isEmpty()) {
            return new Outcome.Refused();
        }
        passwords.check(
                "password", password, account.get().email(), account.get().name());
        var hash = passwords.hash(password);
        return purposes.as(
                Purpose.TECHNICAL,
                () -> guards.links()
                        .use(secret, Links.Kind.INVITATION, Links.Kind.PASSWORD)
                        .map(id -> {
                            accounts.setPassword(id, hash, guards.now());
                            sessions.endAll(id);
                            guards.right(account.get().email(), from.address());
                            evidence()
                                    .record(
                                            account.get().actor(),
                                            Act.of("password-chosen").about("account", id.value()));
                            return in(id, Session.How.PASSWORD, from);
                        })
                        .orElseGet(Outcome.Refused::new));
    }

    /** A passkey that verified its owner is both factors in one. */
    Outcome withPasskey(AccountId account, From from) {
        return purposes.as(Purpose.TECHNICAL, () -> {
            if (!isActive(account)) {
                return new Outcome.Refused();
            }
            return new Outcome.In(sessions.open(account, Session.How.PASSKEY, false, from.browser()));
        });
    }

    /** Whom the company's own directory has recognised. The second factor of the account is asked as after a password. */
    Outcome withDirectory(AccountId account, From from) {
        return purposes.as(Purpose.TECHNICAL, () -> {
            if (!isActive(account)) {
                return new Outcome.Refused();
            }
            return in(account, Session.How.DIRECTORY, from);
        });
    }

    /** The second factor; its session takes the place of the one that waited. */
    Outcome withFactor(Session waiting, String code, From from) {
        var id = waiting.account();
        var early = purposes.as(Purpose.TECHNICAL, () -> guards.tooEarlyForFactor(id));
        if (early.isPresent()) {
            return new Outcome.Later(early.get());
        }
        return purposes.as(Purpose.TECHNICAL, () -> {
            if (!guards.factors().matches(id, code)) {
                evidence().record(DOOR, refusal(id, "second factor"));
                return new Outcome.Refused();
            }
            guards.rightFactor(id);
            sessions.end(waiting);
            return new Outcome.In(sessions.open(id, waiting.how(), false, from.browser()));
        });
    }

    void out(SignedIn viewer) {
        purposes.as(Purpose.TECHNICAL, () -> {
            sessions.end(viewer.session());
            evidence()
                    .record(
                            viewer.actor(),
                            Act.of("signed-out").about("account", viewer.id().value()));
        });
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private Outcome in(AccountId account, Session.How how, From from) {
        boolean awaits = accounts.credentials(account).secondFactor();
        return new Outcome.In(sessions.open(account, how, awaits, from.browser()));
    }

    private boolean isActive(AccountId account) {
        return accounts.find(account).filter(a -> !a.isDisabled()).isPresent();
    }

    private void refused(AccountId account, String why) {
        purposes.as(Purpose.TECHNICAL, () -> evidence().record(DOOR, refusal(account, why)));
    }

    private static Act refusal(AccountId account, String why) {
        return Act.of("sign-in-refused").about("account", account.value()).with(Map.of("factor", why));
    }

    private Evidence evidence() {
        return guards.evidence();
    }
}
