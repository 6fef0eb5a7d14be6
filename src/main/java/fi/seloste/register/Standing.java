package fi.seloste.register;

/** What may not be done with a person, as bits that every row about the person carries and the database's policies test. */
public record Standing(int bits) {

    public static final int BANNED = 1;
    public static final int RESTRICTED = 2;
    public static final int UNINFORMED = 4;
    public static final int ERASED = 8;

    public static final Standing NONE = new Standing(0);

    public Standing {
        if (bits < 0 || bits > 15) {
            throw new IllegalArgumentException("no standing has the bits " + bits);
        }
    }

    /** Art. 21(2): no direct marketing. */
    public boolean isBanned() {
        return has(BANNED);
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
