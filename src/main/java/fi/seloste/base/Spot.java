package fi.seloste.base;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where a list that is ordered by time was read to: the moment and the id of the row that was shown last. It holds when that row is touched or gone meanwhile. */
public record Spot(Instant at, UUID id) {

    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,17})\\.([0-9a-f-]{36})");

    static Spot of(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw Paging.malformed();
        }
        return new Spot(
                Instant.EPOCH.plus(Long.parseLong(written.group(1)), ChronoUnit.MICROS), Paging.id(written.group(2)));
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + id;
    }
}
