package fi.seloste.backup;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a backup says of itself: from which product and schema it is, how far the journal was, and each part with its checksum. */
record Manifest(
        int format,
        Origin origin,
        List<String> schema,
        @Nullable Journalled journal,
        List<Part> parts) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    /** A keyed hash over the manifest, and by its checksums over everything. */
    static final String SEAL = "manifest.seal";

    Manifest {
        schema = List.copyOf(Objects.requireNonNullElse(schema, List.of()));
        parts = List.copyOf(Objects.requireNonNullElse(parts, List.of()));
    }

    /** Which Seloste made it, when, and whether its people are made up. */
    record Origin(String product, Instant madeAt, boolean demo) {}

    /** The last line of the journal of rights that the database knew. */
    record Journalled(long seq, String hash) {}

    /** One entry of the file. Columns and rows are those of a table. */
    record Part(String name, List<String> columns, long rows, long bytes, String sha256) {

        Part {
            columns = List.copyOf(Objects.requireNonNullElse(columns, List.of()));
        }

        boolean isTable() {
            return name.startsWith(TABLES);
        }

        /** With its schema: `register.person`. */
        String table() {
            return name.substring(TABLES.length(), name.length() - COPY.length());
        }
    }

    static final String TABLES = "tables/";
    static final String COPY = ".copy";
    static final String FILES = "files/";
    static final String FILE_LIST = "files.list";
    static final String SETTINGS = "settings/seloste.properties";
    static final String KEY_REGISTER = "settings/keys.register";

    static String ofTable(String table) {
        return TABLES + table + COPY;
    }

    List<Part> tables() {
        return parts.stream().filter(Part::isTable).toList();
    }

    Optional<Part> part(String name) {
        return parts.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    long rows() {
        return tables().stream().mapToLong(Part::rows).sum();
    }
}
