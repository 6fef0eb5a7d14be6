package fi.seloste.register;

/** What may not be done with a person, as bits that every row about the person carries and the database's policies test. */
public record Standing(int bits) {

    public static final int BANNED = 1;
    public static final int RESTRICTED = 2;
    public static final int UNINFORMED = 4;
    public static final int ERASED = 8;
    public static final int ORGANISATION_BANNED = 16;

    public static final Standing NONE = new Standing(0);

    public Standing {
        if (bits < 0 || bits > 31) {
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
