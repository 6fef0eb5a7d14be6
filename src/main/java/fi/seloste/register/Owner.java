package fi.seloste.register;

import fi.seloste.base.AccountId;

/** The employee who looks after a person or an organisation. */
public record Owner(AccountId id, String name) {}
