package fi.seloste.backup;

import fi.seloste.installation.Trouble;
import fi.seloste.store.Address;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The database as it was at one moment, for as long as it is open. Others go on writing beside it. */
final class Snapshot implements AutoCloseable {

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    static Snapshot of(Address address) {
        try {
            var connection = open(address);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return new Snapshot(connection);
        } catch (SQLException e) {
            throw new Trouble("The database " + address + " cannot be read: " + e.getMessage(), e);
        }
    }

    static Connection open(Address address) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address.owner());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", "seloste backup");
        properties.setProperty("loginTimeout", "20");
        return DriverManager.getConnection(address.url(), properties);
    }

    Tables tables() {
        return new Tables(connection);
    }

    long copy(Tables.Columns table, OutputStream out) throws Exception {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copy("to stdout"), out);
    }

    /** A file that a row names. */
    interface EachFile {
        void take(UUID id, String sha256);
    }

    void eachFile(EachFile each) {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            try (var rows = statement.executeQuery("select blob_id, sha256 from store.blob order by blob_id")) {
                while (rows.next()) {
                    each.take(rows.getObject(1, UUID.class), HexFormat.of().formatHex(rows.getBytes(2)));
                }
            }
        } catch (SQLException e) {
            throw new Trouble("The list of files cannot be read from the database: " + e.getMessage(), e);
        }
    }

    Manifest.@Nullable Journalled journal() throws SQLException {
        if (tables().strings("select 1 where to_regclass('rights.journal_line') is not null")
                .isEmpty()) {
            return null;
        }
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery("select seq, hash from rights.journal_line order by seq desc limit 1")) {
            return row.next() ? new Manifest.Journalled(row.getLong(1), row.getString(2)) : null;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
