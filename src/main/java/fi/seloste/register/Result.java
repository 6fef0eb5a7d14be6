package fi.seloste.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the columns that the driver gives in types of its own. */
final class Result {

    private final ResultSet row;

    Result(ResultSet row) {
        this.row = row;
    }

    String text(String column) throws SQLException {
        return row.getString(column);
    }

    @Nullable
    String maybe(String column) throws SQLException {
        return row.getString(column);
    }

    int number(String column) throws SQLException {
        return row.getInt(column);
    }

    boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    UUID id(String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    @Nullable
    UUID maybeId(String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    Instant at(String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Nullable
    Instant maybeAt(String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    LocalDate on(String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    @Nullable
    LocalDate maybeOn(String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    List<String> texts(String column) throws SQLException {
        var array = row.getArray(column);
        return array == null || array.getBaseType() == Types.NULL ? List.of() : List.of((String[]) array.getArray());
    }
}
