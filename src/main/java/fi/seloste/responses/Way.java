package fi.seloste.responses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a link belongs to: a campaign and a crowd, and one message where its reader lets us keep what comes of it. */
record Way(
        UUID campaign, Crowd crowd, Instant begun, @Nullable Message message) {

    /** One message to one reader, and when it was taken from the queue. */
    record Message(UUID trace, Instant taken) {}

    static Way of(ResultSet row) throws SQLException {
        var trace = row.getObject("trace_id", UUID.class);
        var taken = row.getObject("made_at", OffsetDateTime.class);
        return new Way(
                row.getObject("campaign_id", UUID.class),
                new Crowd(row.getInt("subject_no"), row.getString("language"), row.getString("segment")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                trace == null || taken == null ? null : new Message(trace, taken.toInstant()));
    }
}
