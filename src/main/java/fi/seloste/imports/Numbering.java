package fi.seloste.imports;

import fi.seloste.base.Ids;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** UUIDv7 by the million: one that was made as all others, and from there on upwards. In order of their making, they lie together in the indexes. */
final class Numbering {

    private static final long LOW = 0xFFFFFFFFFFFFL;

    private final UUID first = Ids.next();
    private final AtomicLong next = new AtomicLong();

    UUID next() {
        long low = first.getLeastSignificantBits() & ~LOW | next.getAndIncrement() & LOW;
        return new UUID(first.getMostSignificantBits(), low);
    }
}
