package fi.seloste.register;

import fi.seloste.datamap.StandingBits;

/** What may not be done with a person, as bits that every row about the person carries and the database's policies test. */
public record Standing(int bits) {

    public static final int BANNED = StandingBits.BANNED;
    public static final int RESTRICTED = StandingBits.RESTRICTED;
    public static final int UNINFORMED = StandingBits.UNINFORMED;
    public static final int ERASED = StandingBits.ERASED;
    public static final int ORGANISATION_BANNED = StandingBits.ORGANISATION_BANNED;

    public static final Standing NONE = new Standing(0);

    public Standing {
        if ((bits & ~(StandingBits.WHOLE | StandingBits.ALL_PARTS)) != 0) {
            throw new IllegalArgumentException("no standing has the bits " + bits);
        }
    }

    /** Art. 21(2), or their organisation asked for everybody at its domain: no direct marketing. */
    public boolean isBanned() {
        return has(BANNED | ORGANISATION_BANNED);
    }

    /** Said no in person: only the person's own wish ends it. */
    public boolean isBannedInPerson() {
        return has(BANNED);
    }

    /** The organisation asked; its word ends it, and no ban of the person's own with it. */
    public boolean isBannedByOrganisation() {
        return has(ORGANISATION_BANNED);
    }

    /** Art. 18: stored, and used only with consent, for claims, or to protect others. */
    public boolean isRestricted() {
        return has(RESTRICTED);
    }

    /** Art. 14: collected elsewhere and not yet told. */
    public boolean isUninformed() {
        return has(UNINFORMED);
    }

    public boolean isErased() {
        return has(ERASED);
    }

    /** Whether nothing at all keeps the person as a whole from any use; marketing sees these. */
    public boolean isFree() {
        return !has(StandingBits.WHOLE);
    }

    /** Art. 18 for single categories: whether any is only stored. */
    public boolean isRestrictedInPart() {
        return has(StandingBits.ALL_PARTS);
    }

    /** SQL: whether somebody with this standing is free. */
    public static String free(String standing) {
        return StandingBits.none(standing, StandingBits.WHOLE);
    }

    /** SQL: whether a category of somebody with this standing is in use, as far as no more than that is restricted. */
    public static String inUse(String standing, String category) {
        return StandingBits.none(standing, StandingBits.ofPart(category));
    }

    /** SQL: whether neither the person nor any category of theirs is restricted. */
    public static String unrestricted(String standing) {
        return StandingBits.none(standing, RESTRICTED | StandingBits.ALL_PARTS);
    }

    /** SQL: whether some category of theirs is restricted alone. */
    public static String restrictedInPart(String standing) {
        return StandingBits.any(standing, StandingBits.ALL_PARTS);
    }

    /** Of two rows that turn out to be one person: nothing is permitted that either forbids. */
    public Standing join(Standing other) {
        return new Standing(bits | other.bits);
    }

    public Standing with(int more) {
        return new Standing(bits | more);
    }

    public Standing without(int less) {
        return new Standing(bits & ~less);
    }

    /** Whether everything that this standing permits is permitted by the other too. */
    public boolean isAtLeastAsStrictAs(Standing other) {
        return (bits & other.bits) == other.bits;
    }

    private boolean has(int bit) {
        return (bits & bit) != 0;
    }
}
