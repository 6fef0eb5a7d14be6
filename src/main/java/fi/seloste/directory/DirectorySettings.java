package fi.seloste.directory;

import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.outgoing.Outgoing;
import fi.seloste.store.LiveSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.SettingLine;
import fi.seloste.ui.Errors;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what the console may set of the directory. What nobody answers to is not kept: colleagues would stand before a locked door. */
@Component
class DirectorySettings {

    private static final List<Setting> ALL = List.of(
            Setting.DIRECTORY_NAME, Setting.DIRECTORY_ISSUER, Setting.DIRECTORY_CLIENT, Setting.DIRECTORY_SECRET);

    private final LiveSettings live;
    private final Provider provider;
    private final Outgoing outgoing;
    private final Purposes purposes;
    private final Evidence evidence;

    DirectorySettings(LiveSettings live, Provider provider, Outgoing outgoing, Purposes purposes, Evidence evidence) {
        this.live = live;
        this.provider = provider;
        this.outgoing = outgoing;
        this.purposes = purposes;
        this.evidence = evidence;
    }

    /** {@code typed} is what was sent and not kept: it stays in its fields. */
    DirectoryPage page(String back, Map<String, String> typed, Errors errors) {
        var now = live.now();
        return new DirectoryPage(
                ALL.stream()
                        .map(setting -> SettingLine.of(setting, now).typed(typed))
                        .toList(),
                back,
                Registration.of(now).isPresent(),
                errors);
    }

    /**
     * A secret that is left empty stays as it is, but never goes on to another directory. The directory is asked first, outside any transaction.
     *
     * @return whether it was asked
     */
    boolean set(Map<String, String> form, Actor actor) {
        var wanted = ALL.stream()
                .filter(setting -> form.containsKey(setting.key()) && isMeant(setting, form))
                .toList();
        wanted.forEach(setting -> Length.LINE.checked(setting.key(), value(setting, form)));
        boolean asks = wanted.contains(Setting.DIRECTORY_ISSUER)
                && !value(Setting.DIRECTORY_ISSUER, form).isEmpty();
        if (asks) {
            tried(form);
        }
        purposes.as(Purpose.TECHNICAL, () -> keep(wanted, form, actor));
        return asks;
    }

    private void keep(List<Setting> wanted, Map<String, String> form, Actor actor) {
        var before = live.now();
        wanted.forEach(setting -> live.put(setting, value(setting, form), actor.id()));
        boolean moved = wanted.contains(Setting.DIRECTORY_ISSUER)
                && !value(Setting.DIRECTORY_ISSUER, form).equals(said(Setting.DIRECTORY_ISSUER, before));
        if (moved && !wanted.contains(Setting.DIRECTORY_SECRET) && isKeptHere(before.value(Setting.DIRECTORY_SECRET))) {
            live.put(Setting.DIRECTORY_SECRET, "", actor.id());
        }
        var after = live.now();
        evidence.record(
                actor,
                Act.of("directory-settings-changed").with(Map.of("from", registered(before), "to", registered(after))));
    }

    private static boolean isKeptHere(Settings.@Nullable Value value) {
        return value != null && value.origin() == Settings.Origin.CONSOLE;
    }

    private static String registered(Settings settings) {
        return said(Setting.DIRECTORY_ISSUER, settings) + " " + said(Setting.DIRECTORY_CLIENT, settings);
    }

    private static String said(Setting setting, Settings settings) {
        var text = settings.text(setting);
        return text == null ? "" : text;
    }

    private void tried(Map<String, String> form) {
        var issuer = outgoing.checked(Setting.DIRECTORY_ISSUER.key(), value(Setting.DIRECTORY_ISSUER, form));
        var client = form.containsKey(Setting.DIRECTORY_CLIENT.key())
                ? value(Setting.DIRECTORY_CLIENT, form)
                : said(Setting.DIRECTORY_CLIENT, live.now());
        if (client.isEmpty()) {
            throw Problem.invalid(Setting.DIRECTORY_CLIENT.key(), "directory.setting.client.missing");
        }
        try {
            provider.tried(new Registration(new Issuer(issuer), new ClientID(client), null, issuer.getHost()));
        } catch (NotLetIn e) {
            throw Problem.invalid(
                    Setting.DIRECTORY_ISSUER.key(),
                    e.why().key(),
                    e.why().arguments().toArray());
        }
    }

    private static boolean isMeant(Setting setting, Map<String, String> form) {
        return !setting.secret() || !value(setting, form).isEmpty() || form.containsKey("forget-" + setting.key());
    }

    private static String value(Setting setting, Map<String, String> form) {
        return form.getOrDefault(setting.key(), "").strip();
    }
}
