package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import java.time.ZoneId;
import java.util.Locale;

/** A person who signed in, with both factors where the account asks for two. */
public record SignedIn(Account account, Permissions permissions, Session session) implements Caller {

    public AccountId id() {
        return account.id();
    }

    @Override
    public AccountId self() {
        return account.id();
    }

    @Override
    public Actor actor() {
        return account.actor();
    }

    public Locale locale() {
        return Locale.of(account.language());
    }

    public ZoneId zone() {
        return ZoneId.of(account.zone());
    }
}
