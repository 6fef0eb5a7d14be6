package fi.seloste.datamap;

import fi.seloste.store.Purpose;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A row policy of one role on one table. A table under a policy shows nothing to a role that has none. */
record Policy(String table, String name, String role, String using) {

    private static final String ANY_BIT = "coalesce(standing, 0)";
    private static final String RESTRICTED_OR_ERASED = "(coalesce(standing, 0) & 10)";

    /** What is compared with zero below, as the planner must know it; see {@link Estimates}. */
    static final List<String> COMPARED = List.of("(" + ANY_BIT + ")", "(" + RESTRICTED_OR_ERASED + ")");

    /**
     * What a purpose sees of rows that carry a person's standing (bits: 1 banned, 2 restricted, 4 uninformed, 8 erased, 16 banned because the
     * organisation asked).
     */
    static String visible(Purpose purpose) {
        return switch (purpose) {
            // Art. 18(2): restricted data are only stored, and used for legal claims; shells of the erased are seen by
            // these alone.
            case CLAIMS, RIGHTS, RETENTION, KEEPING, TECHNICAL, OWNER -> "true";
            // Art. 21(2), (3) and 14(3)(b): neither banned nor unaware.
            case MARKETING -> ANY_BIT + " = 0";
            case SUBJECT -> "person_id = nullif(current_setting('seloste.subject', true), '')::uuid";
            case CUSTOMER, SUPPORT, CONTRACTS, BILLING, REFERENCES, ANALYTICS -> RESTRICTED_OR_ERASED + " = 0";
        };
    }

    String create() {
        return "create policy %s on %s as permissive for all to %s using (%s)".formatted(name, table, role, using);
    }

    String drop() {
        return "drop policy %s on %s".formatted(name, table);
    }

    /** Kept as the policy's comment, with a hash of what the server made of it: server versions print the same policy differently. */
    String mark() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest((role + using).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
