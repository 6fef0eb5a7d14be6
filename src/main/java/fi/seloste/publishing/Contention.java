package fi.seloste.publishing;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the database refused a grant only because somebody else held the catalogue just then. */
final class Contention {

    /** Lock not available, deadlock, serialisation. */
    private static final Set<String> STATES = Set.of("55P03", "40P01", "40001");

    private Contention() {}

    static boolean isIn(Throwable e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isContention(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Two grants on one table at once: the server has no state of its own for it, only these words. */
    private static boolean isContention(SQLException e) {
        return STATES.contains(String.valueOf(e.getSQLState()))
                || String.valueOf(e.getMessage()).contains("tuple concurrently updated");
    }

    static void pause(int attempt) {
        try {
            Thread.sleep(200L * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
