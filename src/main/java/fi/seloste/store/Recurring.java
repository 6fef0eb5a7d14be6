package fi.seloste.store;

import java.time.Duration;

/** Work that comes round: the sealing of evidence each second, the turn of the day. */
public interface Recurring {

    String name();

    Duration every();

    void run();

    /** The house closes: what is in hand is brought to its end, nothing more is ever begun, and {@link #run} comes back within seconds. Work that is quick need not heed it. */
    default void breakOff() {}
}
