package fi.seloste.installation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be set, under one name in all places: flag, environment, file and console. */
public enum Setting {
    DATA("data"),
    PORT("port"),
    DATABASE("database", true),
    BASE_URL("base-url"),
    TRUSTED_PROXIES("trusted-proxies"),
    MAIL_HOST("mail-host"),
    MAIL_PORT("mail-port"),
    MAIL_USER("mail-user"),
    MAIL_PASSWORD("mail-password", true),
    MAIL_FROM("mail-from"),
    MAIL_ANSWERS("mail-answers"),
    MAIL_CA("mail-ca"),
    IMAP_HOST("imap-host"),
    IMAP_PORT("imap-port"),
    IMAP_USER("imap-user"),
    IMAP_PASSWORD("imap-password", true),
    IMAP_ADDRESS("imap-address"),
    IMAP_FOLDER("imap-folder"),
    IMAP_PROCESSED("imap-processed"),
    BOUNCE_HOST("bounce-host"),
    BOUNCE_PORT("bounce-port"),
    BOUNCE_USER("bounce-user"),
    BOUNCE_PASSWORD("bounce-password", true),
    BOUNCE_FOLDER("bounce-folder"),
    BOUNCE_PROCESSED("bounce-processed"),
    DIRECTORY_ISSUER("directory-issuer"),
    DIRECTORY_CLIENT("directory-client"),
    DIRECTORY_SECRET("directory-secret", true),
    DIRECTORY_NAME("directory-name"),
    OUTGOING_HOSTS("outgoing-hosts"),
    DNS_SERVER("dns-server"),
    JOURNAL_COPY("journal-copy"),
    SIGN_UP_IP("sign-up-ip"),
    KEYS("keys"),
    READY_FILE("ready-file"),
    DEMO("demo");

    private final String key;
    private final boolean secret;

    Setting(String key) {
        this(key, false);
    }

    Setting(String key, boolean secret) {
        this.key = key;
        this.secret = secret;
    }

    /** As in `--base-url` and in the file. */
    public String key() {
        return key;
    }

    /** As in SELOSTE_BASE_URL. */
    public String variable() {
        return "SELOSTE_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** A secret is never shown, neither in the console nor by the doctor. */
    public boolean secret() {
        return secret;
    }

    public static Optional<Setting> named(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }
}
