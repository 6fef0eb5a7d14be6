package fi.seloste.base;

import java.util.UUID;

/** A person of the register. The id says nothing about what it names. */
public record PersonId(UUID value) {

    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    public static PersonId valueOf(String text) {
        try {
            return new PersonId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("person");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
