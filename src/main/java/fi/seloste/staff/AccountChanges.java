package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.base.Problem;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The rules by which accounts come, change and close. */
@Component
class AccountChanges {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]{2,}");

    private final Accounts accounts;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Passwords passwords;
    private final Turn turn;

    AccountChanges(Accounts accounts, Sessions sessions, Tokens tokens, Passwords passwords, Turn turn) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.passwords = passwords;
        this.turn = turn;
    }

    /** In which purpose, and when. */
    @Component
    record Turn(Purposes purposes, Clock clock) {}

    AccountId make(Staff.Newcomer newcomer) {
        var id = AccountId.next();
        var email = SignIn.normal(newcomer.email());
        var account = new Account(
                id,
                1,
                email,
                newcomer.name().strip(),
                newcomer.language(),
                newcomer.zone(),
                null,
                turn.clock().instant(),
                null);
        check(account);
        accounts.add(account);
        return id;
    }

    void change(Account account) {
        check(account);
        accounts.change(account);
    }

    void setPassword(AccountId id, String password) {
        var account = turn.purposes().as(Purpose.TECHNICAL, () -> accounts.get(id));
        passwords.check("password", password, account.email(), account.name());
        var hash = passwords.hash(password);
        turn.purposes()
                .as(
                        Purpose.TECHNICAL,
                        () -> accounts.setPassword(id, hash, turn.clock().instant()));
    }

    void disable(AccountId id) {
        var now = turn.clock().instant();
        accounts.get(id);
        accounts.setDisabled(id, now);
        sessions.endAll(id, null);
        tokens.revokeOf(id.value(), now);
    }

    void enable(AccountId id) {
        if (accounts.get(id).isForgotten()) {
            throw Problem.conflict("staff.account.forgotten.stays");
        }
        accounts.setDisabled(id, null);
    }

    private void check(Account account) {
        if (account.name().length() < 2 || account.name().length() > 200) {
            throw Problem.invalid("name", "staff.account.unnamed");
        }
        if (!EMAIL.matcher(account.email()).matches() || account.email().length() > 254) {
            throw Problem.invalid("email", "staff.account.email");
        }
        if (!account.language().matches("en|fi|sv")) {
            throw Problem.invalid("language", "staff.account.language");
        }
        try {
            ZoneId.of(account.zone());
        } catch (DateTimeException e) {
            throw Problem.invalid("zone", "staff.account.zone");
        }
        if (accounts.byEmail(account.email())
                .filter(a -> !a.id().equals(account.id()))
                .isPresent()) {
            throw Problem.invalid("email", "staff.account.taken");
        }
    }
}
