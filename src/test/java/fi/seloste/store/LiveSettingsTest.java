package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Problem;
import fi.seloste.installation.Keys;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class LiveSettingsTest {

    @Autowired
    KeptSettings kept;

    @Autowired
    Keys keys;

    @Autowired
    Purposes purposes;

    @Test
    void flag_and_environment_win_over_the_console_which_fills_what_they_leave_open() {
        var live = new LiveSettings(
                Settings.of(
                        Map.of(Setting.IMAP_HOST, "imap.firm.example"), Map.of("SELOSTE_IMAP_USER", "from-outside")),
                kept,
                keys,
                purposes);

        purposes.as(Purpose.TECHNICAL, () -> live.put(Setting.IMAP_PASSWORD, "from-console", null));

        assertThat(live.now().said(Setting.IMAP_HOST)).isEqualTo("--imap-host imap.firm.example");
        assertThat(live.now().said(Setting.IMAP_USER)).isEqualTo("SELOSTE_IMAP_USER=from-outside");
        assertThat(live.now().text(Setting.IMAP_PASSWORD)).isEqualTo("from-console");
        assertThat(live.now().said(Setting.IMAP_PASSWORD)).doesNotContain("from-console");
        assertThatThrownBy(() -> purposes.as(Purpose.TECHNICAL, () -> live.put(Setting.IMAP_HOST, "other", null)))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> live.put(Setting.DATABASE, "other", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_this_machine_is_spoken_to_in_plain_text() {
        assertThat(LiveSettings.isThisMachine("localhost")).isTrue();
        assertThat(LiveSettings.isThisMachine("127.0.0.1")).isTrue();
        assertThat(LiveSettings.isThisMachine("127.0.0.1.elsewhere.example")).isFalse();
        assertThat(LiveSettings.isThisMachine("127.elsewhere.example")).isFalse();
    }
}
