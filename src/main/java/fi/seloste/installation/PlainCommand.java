package fi.seloste.installation;

import java.util.List;

/** A command that needs neither database nor data folder; found by ServiceLoader, so nothing else is started. */
public interface PlainCommand {

    /** The words it is called by: `notice check`. */
    String name();

    /** Does it and answers the exit code. */
    int run(List<String> arguments);
}
