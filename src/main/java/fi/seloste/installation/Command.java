package fi.seloste.installation;

import java.util.List;

/**
 * A command of the program that works on the database, a bean of the module it belongs to: `seloste token …`. The house
 * is built without its web server, the command runs, and the house is taken down again.
 */
public interface Command {

    /** The words it is called by: `token`, or `notice print`. */
    String name();

    /** Does it and answers the exit code. The arguments come without the name and without the common flags. */
    int run(List<String> arguments);
}
