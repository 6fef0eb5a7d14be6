package fi.seloste;

import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.installation.Trouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.springframework.boot.web.server.PortInUseException;

/** A start that failed, in one sentence; the trace goes into the log. */
final class Collapse {

    private Collapse() {}

    static Trouble of(RuntimeException e, Settings settings, DataFolder folder) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Trouble trouble -> {
                    return trouble;
                }
                case PortInUseException port -> {
                    return portTaken(port.getPort());
                }
                case SQLException sql
                when isConnection(sql) -> {
                    return unreachable(sql, settings);
                }
                default -> {}
            }
        }
        Path log = folder.logs().resolve("seloste.log");
        note(e, log);
        return new Trouble("Seloste could not do it: " + innermost(e) + ". The whole story is in " + log
                + "; 'seloste doctor' may know the remedy.");
    }

    static Trouble portTaken(int port) {
        return new Trouble("Port " + port + " is taken by another program. Stop that one, or choose another with"
                + " --port N; --port 0 takes any free one.");
    }

    private static boolean isConnection(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("08") || state.startsWith("28") || state.equals("3D000");
    }

    private static Trouble unreachable(SQLException e, Settings settings) {
        var access = settings.database();
        String where = access == null ? "in the data folder" : access.url();
        return new Trouble("The database " + where + " cannot be reached: " + oneLine(e) + " Look at --"
                + Setting.DATABASE.key() + ", and whether it runs and lets this machine in.");
    }

    private static String innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + " (" + oneLine(cause) + ")";
    }

    private static String oneLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static void note(RuntimeException e, Path log) {
        try (PrintWriter writer =
                new PrintWriter(Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            e.printStackTrace(writer);
        } catch (IOException full) {
            e.printStackTrace();
        }
    }
}
