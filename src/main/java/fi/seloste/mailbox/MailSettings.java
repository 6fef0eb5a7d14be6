package fi.seloste.mailbox;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.store.As;
import fi.seloste.store.LiveSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.SettingLine;
import fi.seloste.ui.Errors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out the settings of mail, and takes what the console may set of them. */
@Component
class MailSettings {

    private final LiveSettings live;
    private final Looks looks;
    private final Evidence evidence;

    MailSettings(LiveSettings live, Looks looks, Evidence evidence) {
        this.live = live;
        this.looks = looks;
        this.evidence = evidence;
    }

    /** {@code typed} is what was sent and not kept: it stays in its fields. */
    MailPage page(Map<String, String> typed, Errors errors) {
        var now = live.now();
        return new MailPage(
                List.of(
                        group("imap", now, typed, null),
                        group("mail", now, typed, null),
                        group("bounce", now, typed, last(Mailbox.RETURNS))),
                last(Mailbox.PRIVACY),
                now.text(Setting.IMAP_HOST) != null,
                errors);
    }

    private MailPage.@Nullable Last last(String box) {
        return looks.last(box)
                .map(look -> new MailPage.Last(look.at(), look.taken(), look.trouble()))
                .orElse(null);
    }

    /** A secret that is left empty stays as it is, unless it is to be forgotten. Which were changed is evidence, to what is not. */
    @As(Purpose.TECHNICAL)
    public void set(Map<String, String> form, Actor actor) {
        var changed = new ArrayList<String>();
        for (var setting : Setting.values()) {
            var value = form.get(setting.key());
            if (LiveSettings.IN_CONSOLE.contains(setting) && value != null && isMeant(setting, value, form)) {
                live.put(setting, checked(setting, value), actor.id());
                changed.add(setting.key());
            }
        }
        evidence.record(actor, Act.of("mail-settings-changed").with(Map.of("settings", String.join(", ", changed))));
    }

    private static boolean isMeant(Setting setting, String value, Map<String, String> form) {
        return !setting.secret() || !value.isBlank() || form.containsKey("forget-" + setting.key());
    }

    private static String checked(Setting setting, String value) {
        var text = value.strip();
        if (setting.key().endsWith("-port") && !text.matches("|[1-9]\\d{0,4}")) {
            throw Problem.invalid(setting.key(), "mailbox.setting.port", text);
        }
        if (setting.key().endsWith("-host") && !text.matches("[A-Za-z0-9.:_-]{0,253}")) {
            throw Problem.invalid(setting.key(), "mailbox.setting.host", text);
        }
        if (setting == Setting.MAIL_ANSWERS && !text.matches("|[^@+\\s]{1,24}@[^@\\s]+")) {
            throw Problem.invalid(setting.key(), "mailbox.setting.answers", text);
        }
        if (text.chars().anyMatch(c -> c < ' ') || text.length() > 500) {
            throw Problem.invalid(setting.key(), "mailbox.setting.line");
        }
        return text;
    }

    private static MailPage.Group group(
            String code, Settings now, Map<String, String> typed, MailPage.@Nullable Last last) {
        var lines = Arrays.stream(Setting.values())
                .filter(LiveSettings.IN_CONSOLE::contains)
                .filter(setting -> setting.key().startsWith(code + "-"))
                .map(setting -> SettingLine.of(setting, now).typed(typed))
                .toList();
        return new MailPage.Group(code, lines, last);
    }
}
