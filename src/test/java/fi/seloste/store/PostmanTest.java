package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.installation.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostmanTest {

    private static final Settings NOTHING_SAID = Settings.of(Map.of(), Map.of());

    @Test
    void at_port_465_the_connection_is_encrypted_from_the_first_byte_and_elsewhere_before_the_first_word() {
        var first = Postman.properties("mail.halytin.example", 465, "house", NOTHING_SAID);
        assertThat(first)
                .containsEntry("mail.smtp.ssl.enable", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true")
                .containsEntry("mail.smtp.starttls.required", "false");

        var later = Postman.properties("mail.halytin.example", 587, "house", NOTHING_SAID);
        assertThat(later)
                .containsEntry("mail.smtp.starttls.required", "true")
                .doesNotContainKey("mail.smtp.ssl.enable");
    }
}
