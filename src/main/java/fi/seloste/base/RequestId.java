package fi.seloste.base;

import java.util.UUID;

/** A data subject's request. The id says nothing about what it names. */
public record RequestId(UUID value) {

    public static RequestId next() {
        return new RequestId(Ids.next());
    }

    public static RequestId valueOf(String text) {
        try {
            return new RequestId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("request");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
