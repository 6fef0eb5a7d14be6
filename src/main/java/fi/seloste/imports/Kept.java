package fi.seloste.imports;

import fi.seloste.base.PersonId;

/** Somebody whom an undo leaves in the register; whom the running purpose does not see has no name here. */
public record Kept(PersonId person, String name) {}
