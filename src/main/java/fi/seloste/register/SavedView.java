package fi.seloste.register;

import fi.seloste.base.AccountId;
import java.util.UUID;

/** A list that somebody named: the URL's query is the view. It is standard for whoever asks when lists open with it. */
public record SavedView(UUID id, String name, String query, boolean shared, AccountId owner, boolean standard) {

    public boolean isOf(AccountId account) {
        return owner.equals(account);
    }
}
