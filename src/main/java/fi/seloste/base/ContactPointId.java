package fi.seloste.base;

import java.util.UUID;

/** An address, number or handle. The id says nothing about what it names. */
public record ContactPointId(UUID value) {

    public static ContactPointId next() {
        return new ContactPointId(Ids.next());
    }

    public static ContactPointId valueOf(String text) {
        try {
            return new ContactPointId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("contactpoint");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
