package fi.seloste.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/** An entry as its seal covers it: every column but the number of the seal, each in its own place, so that none can stand for another. */
record Sealed(List<String> columns) {

    static final String COLUMNS =
            "e.entry_id, e.at, e.actor_kind, e.actor_id, e.act, e.purpose, e.subject_id, e.object_kind, e.object_id";

    static Sealed of(ResultSet row) throws SQLException {
        var columns = new java.util.ArrayList<String>();
        for (var name : COLUMNS.replace("e.", "").split(", ")) {
            columns.add(
                    name.equals("at")
                            ? row.getTimestamp(name).toInstant().toString()
                            : String.valueOf(row.getString(name)));
        }
        columns.add(HexFormat.of().formatHex(row.getBytes("commitment")));
        return new Sealed(List.copyOf(columns));
    }

    String entryId() {
        return columns.getFirst();
    }

    void into(MessageDigest digest) {
        columns.forEach(column -> {
            digest.update(column.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        });
    }
}
