package fi.seloste.datamap;

import fi.seloste.store.Purpose;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A row policy of one role on one table. A table under a policy shows nothing to a role that has none. */
record Policy(String table, String name, String role, String using, String check) {

    private static final String ANY_BIT = "coalesce(standing, 0)";
    private static final String RESTRICTED_OR_ERASED = "(coalesce(standing, 0) & 10)";

    /** The few who are concerned are read once a query, and compared by a hash; a row about an organisation is nobody's. */
    private static final String UNRESTRICTED =
            "(person_id is null or person_id not in (select a.person_id from register.partial_restriction a where a.category = '%s'))";

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

    /** Of a table that is restricted with its category alone, the rows of those who asked for it are not seen; new ones are stored all the same (Art. 18(2)). */
    static Policy of(Table table, Purpose purpose, String role) {
        var check = visible(purpose);
        boolean parted = table.ties().separable() && isOfUse(purpose);
        var using = parted ? check + " and " + UNRESTRICTED.formatted(table.category()) : check;
        return new Policy(table.qualified(), "for_" + purpose.code(), role, using, check);
    }

    /** Whether Art. 18 keeps it out. */
    private static boolean isOfUse(Purpose purpose) {
        return switch (purpose) {
            case CUSTOMER, SUPPORT, CONTRACTS, BILLING, REFERENCES, ANALYTICS, MARKETING -> true;
            case CLAIMS, RIGHTS, RETENTION, KEEPING, TECHNICAL, OWNER, SUBJECT -> false;
        };
    }

    String create() {
        return "create policy %s on %s as permissive for all to %s using (%s) with check (%s)"
                .formatted(name, table, role, using, check);
    }

    String drop() {
        return "drop policy %s on %s".formatted(name, table);
    }

    /** Kept as the policy's comment, with a hash of what the server made of it: server versions print the same policy differently. */
    String mark() {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((role + using + check).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
