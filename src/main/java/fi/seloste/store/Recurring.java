package fi.seloste.store;

import java.time.Duration;

/** Work that comes round: the sealing of evidence each second, the turn of the day. */
public interface Recurring {

    String name();

    Duration every();

    void run();
}
