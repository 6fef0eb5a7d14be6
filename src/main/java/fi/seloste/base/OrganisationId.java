package fi.seloste.base;

import java.util.UUID;

/** An organisation of the register. The id says nothing about what it names. */
public record OrganisationId(UUID value) {

    public static OrganisationId next() {
        return new OrganisationId(Ids.next());
    }

    public static OrganisationId valueOf(String text) {
        try {
            return new OrganisationId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("organisation");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
