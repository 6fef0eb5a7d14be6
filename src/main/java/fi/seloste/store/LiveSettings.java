package fi.seloste.store;

import fi.seloste.base.Problem;
import fi.seloste.installation.Keys;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The settings as they are now: flag, environment and file as at the start, and below them what the console keeps, which may change
 * while the house is open. A secret lies sealed under the key of settings.
 */
@Component
public class LiveSettings {

    /** What may be set in the console: what the house can take up while it is open. */
    public static final Set<Setting> IN_CONSOLE = EnumSet.of(
            Setting.MAIL_HOST,
            Setting.MAIL_PORT,
            Setting.MAIL_USER,
            Setting.MAIL_PASSWORD,
            Setting.MAIL_FROM,
            Setting.MAIL_ANSWERS,
            Setting.IMAP_HOST,
            Setting.IMAP_PORT,
            Setting.IMAP_USER,
            Setting.IMAP_PASSWORD,
            Setting.IMAP_ADDRESS,
            Setting.IMAP_FOLDER,
            Setting.IMAP_PROCESSED,
            Setting.BOUNCE_HOST,
            Setting.BOUNCE_PORT,
            Setting.BOUNCE_USER,
            Setting.BOUNCE_PASSWORD,
            Setting.BOUNCE_FOLDER,
            Setting.BOUNCE_PROCESSED,
            Setting.DIRECTORY_ISSUER,
            Setting.DIRECTORY_CLIENT,
            Setting.DIRECTORY_SECRET,
            Setting.DIRECTORY_NAME);

    private static final String NAME = "console.";

    private final Settings settings;
    private final KeptSettings kept;
    private final Keys keys;
    private final Purposes purposes;

    LiveSettings(Settings settings, KeptSettings kept, Keys keys, Purposes purposes) {
        this.settings = settings;
        this.kept = kept;
        this.keys = keys;
        this.purposes = purposes;
    }

    public Settings now() {
        return settings.withConsole(purposes.apart(Purpose.TECHNICAL, this::console));
    }

    /** Keeps a value, or forgets it where it is blank, in the running purpose. What stands before the console is not overridden. */
    public void put(Setting setting, String value, @Nullable UUID by) {
        if (!IN_CONSOLE.contains(setting)) {
            throw new IllegalArgumentException(setting + " is not set in the console");
        }
        if (settings.value(setting) != null) {
            throw Problem.conflict("mailbox.settings.elsewhere", settings.said(setting));
        }
        if (value.isBlank()) {
            kept.remove(NAME + setting.key());
        } else if (setting.secret()) {
            kept.putSealed(NAME + setting.key(), sealed(value.strip()), by);
        } else {
            kept.put(NAME + setting.key(), value.strip(), by);
        }
    }

    /** Whether what is said to this host stays on this machine. */
    public static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("::1");
    }

    private Map<Setting, String> console() {
        var values = new EnumMap<Setting, String>(Setting.class);
        kept.under(NAME)
                .forEach((key, value) -> Setting.named(key)
                        .filter(IN_CONSOLE::contains)
                        .ifPresent(setting -> values.put(setting, setting.secret() ? opened(value) : value)));
        return values;
    }

    private String sealed(String value) {
        return Base64.getEncoder().encodeToString(keys.encrypt(Keys.SETTINGS, value.getBytes(StandardCharsets.UTF_8)));
    }

    private String opened(String sealed) {
        return new String(keys.decrypt(Keys.SETTINGS, Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
    }
}
