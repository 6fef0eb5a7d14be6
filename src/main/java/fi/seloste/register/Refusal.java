package fi.seloste.register;

import fi.seloste.base.Problem;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/** What the database's own guards refuse, as sentences. */
final class Refusal {

    private Refusal() {}

    static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException e) {
            throw translate(e);
        }
    }

    private static RuntimeException translate(DataAccessException e) {
        if (!(e.getMostSpecificCause() instanceof SQLException sql) || sql.getSQLState() == null) {
            return e;
        }
        return switch (sql.getSQLState()) {
            case "SL001" -> Problem.invalid("source", "register.recollection.refused");
            case "SL404" -> Problem.notFound("person");
            case "SL423" -> Problem.conflict("register.customField.restricted");
            case "SL409" -> Problem.conflict("register.merge.already");
            default -> e;
        };
    }
}
