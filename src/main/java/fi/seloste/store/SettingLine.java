package fi.seloste.store;

import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import java.util.Locale;
import java.util.Map;

/**
 * A setting as a page of the console shows it. {@code fixed}: it stands before the console, which cannot change it. A secret has no value here, only
 * whether there is one.
 */
public record SettingLine(String key, String value, String origin, boolean fixed, boolean secret, boolean there) {

    public static SettingLine of(Setting setting, Settings now) {
        var value = now.value(setting);
        var origin = value == null ? Settings.Origin.DEFAULT : value.origin();
        boolean fixed = origin != Settings.Origin.DEFAULT && origin != Settings.Origin.CONSOLE;
        return new SettingLine(
                setting.key(),
                value == null || setting.secret() ? "" : value.text(),
                origin.name().toLowerCase(Locale.ROOT),
                fixed,
                setting.secret(),
                value != null);
    }

    /** With what was typed and not kept, by the keys of settings; a secret is never shown. */
    public SettingLine typed(Map<String, String> form) {
        return secret || fixed
                ? this
                : new SettingLine(key, form.getOrDefault(key, value), origin, false, false, there);
    }
}
