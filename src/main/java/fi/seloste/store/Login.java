package fi.seloste.store;

/**
 * A trust group with a database login and a small pool of its own. A login may take the roles of its own purposes only, so SQL that
 * somebody smuggles in on one login cannot take another's role.
 */
public enum Login {
    OWNER(4),
    WORK(10),
    MARKETING(3),
    PUBLIC(3),
    RIGHTS(3),
    TECHNICAL(4);

    private final int connections;

    Login(int connections) {
        this.connections = connections;
    }

    /** Together 27 at most; each pool is empty when idle. */
    int connections() {
        return connections;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
