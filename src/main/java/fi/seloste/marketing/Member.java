package fi.seloste.marketing;

import fi.seloste.base.PersonId;

/** A person of an audience whom marketing sees; {@code reason} is empty where nothing holds the person back. */
public record Member(PersonId id, String name, String sortName, String reason) {}
