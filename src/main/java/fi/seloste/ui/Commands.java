package fi.seloste.ui;

import java.util.List;

/** Commands of the search box; each module adds a bean with its own. */
@FunctionalInterface
public interface Commands {

    List<Command> commands();
}
