package fi.seloste.senders;

import fi.seloste.store.Parcel;
import fi.seloste.store.Relay;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way by which mail to many leaves: in whose name, on how many lines, signed how, and where what comes back goes. */
public interface Outlet {

    /** The domain that answers for it. */
    String domain();

    /** How many lines may be open; none where nothing may leave just now. */
    int lines();

    /** How many messages may leave in this minute yet. */
    default int most() {
        return Integer.MAX_VALUE;
    }

    /** How many may leave to one domain in a minute; 0 where that is nobody's matter. */
    default int domainPerMinute() {
        return 0;
    }

    Relay.Line open();

    /** As whom a message of this id leaves, under the name and reply address that somebody chose, or else the sender's own. */
    Parcel.Sender sender(String name, @Nullable String replyTo, UUID message);

    /** What is added to the header of a message so that it is known again when it comes back. */
    Map<String, String> marks(UUID message);
}
