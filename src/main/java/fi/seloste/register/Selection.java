package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** People or organisations who were chosen together, to be acted upon at once. */
public record Selection(String entity, List<UUID> ids) {

    public Selection {
        ids = List.copyOf(ids);
    }

    public static Selection ofPeople(Collection<PersonId> people) {
        return new Selection("person", people.stream().map(PersonId::value).toList());
    }

    public static Selection ofOrganisations(Collection<OrganisationId> organisations) {
        return new Selection(
                "organisation",
                organisations.stream().map(OrganisationId::value).toList());
    }

    UUID[] array() {
        return ids.toArray(UUID[]::new);
    }
}
