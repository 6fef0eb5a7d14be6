package fi.seloste.staff;

import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.staff.Sessions.Open;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.List;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Component;

/** What everybody may do with the own account: password, factors, sessions, language. */
@Component
class OwnAccount {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Guards guards;
    private final Passwords passwords;
    private final Hands hands;

    OwnAccount(Accounts accounts, Sessions sessions, Guards guards, Passwords passwords, Hands hands) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.guards = guards;
        this.passwords = passwords;
        this.hands = hands;
    }

    @Component
    record Hands(Purposes purposes, AccountChanges changes, Passkeys passkeys) {}

    /** The account as its owner sees it. */
    public record Own(
            Account account,
            boolean hasPassword,
            Factor factor,
            List<CredentialRecord> passkeys,
            List<Open> sessions) {}

    /** Whether a code is asked for, and how many of those on paper are left. */
    public record Factor(boolean on, int leftOnPaper) {}

    @As(Purpose.TECHNICAL)
    public Own of(SignedIn viewer) {
        var id = viewer.id();
        return new Own(
                accounts.get(id),
                accounts.credentials(id).hash() != null,
                new Factor(guards.factors().isOn(id), guards.factors().leftOnPaper(id)),
                hands.passkeys().findByUserId(Passkeys.handle(id)),
                sessions.of(id, guards.now()));
    }

    @As(Purpose.TECHNICAL)
    public void prefer(SignedIn viewer, String language, String zone) {
        var now = accounts.get(viewer.id());
        hands.changes()
                .change(new Account(
                        now.id(),
                        now.version(),
                        now.email(),
                        now.name(),
                        language,
                        zone,
                        now.theme(),
                        now.createdAt(),
                        now.disabledAt()));
    }

    /** Whoever finds an open browser must not be able to lock its owner out: the present password is asked for. */
    void setPassword(SignedIn viewer, String present, String wanted) {
        confirm(viewer, "present", present);
        var account = viewer.account();
        passwords.check("password", wanted, account.email(), account.name());
        var hash = passwords.hash(wanted);
        hands.purposes().as(Purpose.TECHNICAL, () -> {
            accounts.setPassword(viewer.id(), hash, guards.now());
            sessions.endAll(viewer.id(), viewer.session().sessionId());
            record(viewer, "password-changed");
        });
    }

    @As(Purpose.TECHNICAL)
    public String beginFactor(SignedIn viewer) {
        return guards.factors().begin(viewer.id());
    }

    @As(Purpose.TECHNICAL)
    public List<String> confirmFactor(SignedIn viewer, String code) {
        var codes = guards.factors()
                .confirm(viewer.id(), code)
                .orElseThrow(() -> Problem.invalid("code", "staff.code.refused"));
        record(viewer, "second-factor-added");
        return codes;
    }

    List<String> newPaper(SignedIn viewer, String present) {
        confirm(viewer, "factorPresent", present);
        return hands.purposes().as(Purpose.TECHNICAL, () -> {
            record(viewer, "recovery-codes-made");
            return guards.factors().onPaper(viewer.id());
        });
    }

    void endFactor(SignedIn viewer, String present) {
        confirm(viewer, "factorPresent", present);
        hands.purposes().as(Purpose.TECHNICAL, () -> {
            guards.factors().end(viewer.id());
            record(viewer, "second-factor-removed");
        });
    }

    @As(Purpose.TECHNICAL)
    public void endSession(SignedIn viewer, UUID session) {
        if (!sessions.end(viewer.id(), session)) {
            throw Problem.notFound("session");
        }
    }

    @As(Purpose.TECHNICAL)
    public void endOtherSessions(SignedIn viewer) {
        sessions.endAll(viewer.id(), viewer.session().sessionId());
    }

    /** Guesses here count like those at the sign-in. Who has no password yet signed in by link or passkey just now. */
    private void confirm(SignedIn viewer, String field, String password) {
        var email = viewer.account().email();
        var credentials = hands.purposes().as(Purpose.TECHNICAL, () -> accounts.credentials(viewer.id()));
        if (credentials.hash() == null) {
            return;
        }
        var early =
                hands.purposes().as(Purpose.TECHNICAL, () -> guards.throttle().take(Throttle.Kind.ACCOUNT, email));
        if (early.isPresent() || !passwords.matches(password, credentials.hash())) {
            throw Problem.invalid(field, early.isPresent() ? "staff.password.wait" : "staff.password.wrong");
        }
        hands.purposes().as(Purpose.TECHNICAL, () -> guards.throttle().forget(Throttle.Kind.ACCOUNT, email));
    }

    private void record(SignedIn viewer, String act) {
        guards.evidence()
                .record(viewer.actor(), Act.of(act).about("account", viewer.id().value()));
    }
}
