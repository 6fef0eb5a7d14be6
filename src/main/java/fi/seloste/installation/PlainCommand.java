package fi.seloste.installation;

import java.util.List;

/** A command that needs neither database nor data folder; found by ServiceLoader, so nothing else is started. */
public interface PlainCommand {

    /** The words it is called by: `notice check`. */
    String name();

    /** Whether it is called with what it can do by itself; else a command of the house of the same name does it. */
    default boolean takes(List<String> arguments) {
        return true;
    }

    /** Does it and answers the exit code. */
    int run(List<String> arguments);
}
