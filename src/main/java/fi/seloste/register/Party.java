package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one that a contact point, a note, a tag or a value belongs to: a person or an organisation. */
public record Party(@Nullable PersonId person, @Nullable OrganisationId organisation) {

    public Party {
        if ((person == null) == (organisation == null)) {
            throw new IllegalArgumentException("a party is a person or an organisation");
        }
    }

    public static Party of(PersonId person) {
        return new Party(person, null);
    }

    public static Party of(OrganisationId organisation) {
        return new Party(null, organisation);
    }

    /** person or organisation, as history and tables name it. */
    public String entity() {
        return person == null ? "organisation" : "person";
    }

    public UUID id() {
        if (person != null) {
            return person.value();
        }
        if (organisation != null) {
            return organisation.value();
        }
        throw new IllegalStateException();
    }

    @Nullable
    UUID personId() {
        return person == null ? null : person.value();
    }

    @Nullable
    UUID organisationId() {
        return organisation == null ? null : organisation.value();
    }
}
