package fi.seloste.mailbox;

import java.io.InputStream;

/** Takes messages that machines wrote, before they are kept as correspondence: what a sorter takes is put away at the server and nowhere else. */
public interface Sorter {

    /** Whether the message is its own; then everything that follows from it has been done and committed when this returns. */
    boolean takes(InputStream message);

    /** Whether its own come in people's names too; others are not asked about what a person sent. */
    default boolean readsPeople() {
        return false;
    }
}
