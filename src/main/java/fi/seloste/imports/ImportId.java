package fi.seloste.imports;

import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import java.util.UUID;

/** A file of people that came in. What came by it carries this id. */
public record ImportId(UUID value) {

    public static ImportId next() {
        return new ImportId(Ids.next());
    }

    public static ImportId valueOf(String text) {
        try {
            return new ImportId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("import");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
