package fi.seloste.base;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What failed and where, for the log, without the messages: those quote what was sent or kept, and no personal data go into
 * application logs.
 */
public final class Trace {

    private static final int FRAMES = 25;

    private Trace() {}

    public static String of(Throwable thrown) {
        var trace = new StringBuilder();
        int causes = 0;
        for (Throwable cause = thrown; cause != null && causes < 6; cause = cause.getCause(), causes++) {
            trace.append(causes == 0 ? "" : "\ncaused by ").append(kind(cause)).append(frames(cause));
        }
        return trace.toString();
    }

    private static String kind(Throwable cause) {
        var name = cause.getClass().getName();
        return cause instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
    }

    private static String frames(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }
}
