package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.installation.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmtpLineTest {

    private static final Settings NOTHING_SAID = Settings.of(Map.of(), Map.of());

    @Test
    void at_port_465_the_connection_is_encrypted_from_the_first_byte_and_elsewhere_before_the_first_word() {
        var first = SmtpLine.properties(server(465), NOTHING_SAID);
        assertThat(first)
                .containsEntry("mail.smtp.ssl.enable", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true")
                .containsEntry("mail.smtp.starttls.required", "false");

        var later = SmtpLine.properties(server(587), NOTHING_SAID);
        assertThat(later)
                .containsEntry("mail.smtp.starttls.required", "true")
                .doesNotContainKey("mail.smtp.ssl.enable");
    }

    private static Relay.Server server(int port) {
        return new Relay.Server("mail.halytin.example", port, "house", "secret", null);
    }
}
