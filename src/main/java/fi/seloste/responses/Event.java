package fi.seloste.responses;

import java.time.Instant;
import java.util.UUID;

/** Something came back: of which message or crowd, which link, when, and by which rule it is a machine's. {@code seen} is the response's id. */
record Event(UUID seen, Way way, int position, Instant at, Rule rule) {

    boolean isOpen() {
        return position == Token.OPEN;
    }

    String kind() {
        return kind(rule);
    }

    String kind(Rule by) {
        return (by.isMachine() ? "machine-" : "") + (isOpen() ? "opened" : "clicked");
    }

    /** The same, once it is known to have been a machine's. */
    Event by(Rule machine) {
        return new Event(seen, way, position, at, machine);
    }
}
