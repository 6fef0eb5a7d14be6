package fi.seloste.datamap;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the bits of a person's standing mean, and how SQL asks for them. Every row that is about a person carries a copy, kept true by a foreign key that
 * cascades, so a policy tests a bit of its own row. Bits lie in databases: none is ever given another meaning. Migrations name the same numbers, and a test
 * holds them to these.
 */
public final class StandingBits {

    /** Art. 21(2), (3): said no to direct marketing. */
    public static final int BANNED = 1;
    /** Art. 18, of everything. */
    public static final int RESTRICTED = 2;
    /** Art. 14(3): found elsewhere and not told yet. */
    public static final int UNINFORMED = 4;

    public static final int ERASED = 8;
    /** The organisation asked that nobody of it be marketed to. */
    public static final int ORGANISATION_BANNED = 16;

    /** The bits that are about the whole person. Whether somebody stands free is asked of these alone: the others hide some of the rows and not the person. */
    public static final int WHOLE = BANNED | RESTRICTED | UNINFORMED | ERASED | ORGANISATION_BANNED;

    /** Art. 18, of one category: it hides the rows of that category and nothing else. */
    private static final Map<String, Integer> PARTS = parts();

    public static final int ALL_PARTS = PARTS.values().stream().reduce(0, (one, other) -> one | other);

    private StandingBits() {}

    private static Map<String, Integer> parts() {
        var parts = new LinkedHashMap<String, Integer>();
        parts.put("relationship-notes", 32);
        parts.put("contact-changes", 64);
        parts.put("response-statistics", 128);
        parts.put("contact-tags", 256);
        return parts;
    }

    /** The bit of a category that can be restricted alone. */
    public static int ofPart(String category) {
        var bit = PARTS.get(category);
        if (bit == null) {
            throw new IllegalArgumentException(
                    "The category %s has no bit in a person's standing. Give it the next one in StandingBits, and a migration that lets register.person have it."
                            .formatted(category));
        }
        return bit;
    }

    /** SQL: the standing has none of these bits. */
    public static String none(String standing, int bits) {
        return "(%s & %d) = 0".formatted(standing, bits);
    }

    /** SQL: the standing has one of these bits or more. */
    public static String any(String standing, int bits) {
        return "(%s & %d) <> 0".formatted(standing, bits);
    }
}
