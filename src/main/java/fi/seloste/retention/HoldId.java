package fi.seloste.retention;

import fi.seloste.base.Problem;
import java.util.UUID;

/** Names a hold in addresses. */
public record HoldId(UUID value) {

    public static HoldId valueOf(String text) {
        try {
            return new HoldId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("hold");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
