package fi.seloste.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What data are processed for (Art. 5(1)(b)), as a database role. The purposes of a notice map to the staff purposes; one that no
 * notice declares reads nothing.
 */
public enum Purpose {
    CUSTOMER(Login.WORK, true),
    SUPPORT(Login.WORK, true),
    MARKETING(Login.MARKETING, true),
    CONTRACTS(Login.WORK, true),
    BILLING(Login.WORK, true),
    CLAIMS(Login.WORK, true),
    REFERENCES(Login.WORK, true),
    ANALYTICS(Login.WORK, true),
    /** One person's own pages, banned or not. */
    SUBJECT(Login.PUBLIC, false),
    /** Matching: ids, fingerprints and standing of everybody. */
    KEEPING(Login.WORK, false),
    RIGHTS(Login.RIGHTS, false),
    RETENTION(Login.RIGHTS, false),
    /** Jobs, sessions, sign-in, settings. */
    TECHNICAL(Login.TECHNICAL, false),
    /** Migrations, compiling the notice, backup and measuring; never a request. */
    OWNER(Login.OWNER, false);

    private final Login login;
    private final boolean ofStaff;

    Purpose(Login login, boolean ofStaff) {
        this.login = login;
        this.ofStaff = ofStaff;
    }

    public Login login() {
        return login;
    }

    /** Whether a staff member may work in it and a notice may declare it. */
    public boolean isOfStaff() {
        return ofStaff;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Purpose of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public static List<Purpose> ofStaff() {
        return Arrays.stream(values()).filter(Purpose::isOfStaff).toList();
    }
}
