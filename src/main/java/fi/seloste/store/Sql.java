package fi.seloste.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;

/** Small bridges between our types and the driver's. */
public final class Sql {

    /**
     * The fetch size of a statement that reads very many rows and answers few. What is read part by part, as all else is here, PostgreSQL does in one process,
     * even where it has planned several.
     */
    public static final int AT_ONCE = 0;

    private Sql() {}

    /** A timestamptz parameter. */
    @Contract("!null -> !null")
    public static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** What a timestamptz says; nothing where nothing stands. */
    public static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** A text[] parameter as an array literal's elements. */
    public static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
