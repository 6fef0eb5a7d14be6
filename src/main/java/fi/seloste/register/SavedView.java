package fi.seloste.register;

import fi.seloste.base.AccountId;
import java.util.UUID;

/** A list that somebody named: the URL's query is the view. */
public record SavedView(UUID id, String entity, String name, String query, boolean shared, AccountId owner) {}
