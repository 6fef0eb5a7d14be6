package fi.seloste.marketing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a module above has that stands beside campaigns in their calendar. Read in the marketing purpose. */
public interface Dated {

    /** Something at a time, under the key of what it is, and where it is told at length. */
    record Entry(Instant at, String name, String kind, String url) {}

    List<Entry> between(Instant from, Instant until, Locale language);
}
