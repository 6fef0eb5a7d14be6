package fi.seloste.datamap;

import fi.seloste.store.Purpose;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A row policy of one role on one table. A table under a policy shows nothing to a role that has none. */
record Policy(String table, String name, String role, String using, String check) {

    /** A row about an organisation is nobody's and has no standing. */
    private static final String STANDING = "coalesce(standing, 0)";

    /** What a purpose sees of rows that carry a person's standing. */
    static String visible(Purpose purpose) {
        return purpose == Purpose.SUBJECT
                ? "person_id = nullif(current_setting('seloste.subject', true), '')::uuid"
                : free(hiding(purpose));
    }

    /** Of a table that is restricted with its category alone, the rows of those who asked for it are not seen; new ones are stored all the same (Art. 18(2)). */
    static Policy of(Table table, Purpose purpose, String role) {
        var check = visible(purpose);
        var using = hiding(purpose) == 0 ? check : free(hiding(purpose) | part(table));
        return new Policy(table.qualified(), "for_" + purpose.code(), role, using, check);
    }

    /** What the policies of a table compare with nothing, as the planner must know it; see {@link Estimates}. */
    static List<String> compared(Table table) {
        return Arrays.stream(Purpose.values())
                .map(Policy::hiding)
                .filter(bits -> bits != 0)
                .distinct()
                .map(bits -> "(%s & %d)".formatted(STANDING, bits | part(table)))
                .toList();
    }

    /** The bits of a standing by which a purpose does not see the person. */
    private static int hiding(Purpose purpose) {
        return switch (purpose) {
            // Art. 18(2): restricted data are only stored, and used for legal claims; shells of the erased are seen by
            // these alone. The person sees their own.
            case CLAIMS, RIGHTS, RETENTION, KEEPING, TECHNICAL, OWNER, SUBJECT -> 0;
            // Art. 21(2), (3) and 14(3)(b): neither banned nor unaware.
            case MARKETING -> StandingBits.WHOLE;
            case CUSTOMER, SUPPORT, CONTRACTS, BILLING, REFERENCES, ANALYTICS ->
                StandingBits.RESTRICTED | StandingBits.ERASED;
        };
    }

    private static int part(Table table) {
        return table.ties().separable() ? StandingBits.ofPart(table.category()) : 0;
    }

    private static String free(int bits) {
        return bits == 0 ? "true" : StandingBits.none(STANDING, bits);
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
