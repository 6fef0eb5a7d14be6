package fi.seloste.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.seloste.Authority;
import fi.seloste.TlsFront;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.installation.Trouble;
import fi.seloste.store.MailEncryption;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The mailbox over TLS with real handshakes. The address 0.0.0.0 leads to this machine and is not one of those that mean it, so it stands for
 * any other machine.
 */
class EncryptedMailTest {

    private static final String ELSEWHERE = "0.0.0.0";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static Authority ours;

    private GreenMail server;

    @BeforeAll
    static void an_authority() throws Exception {
        ours = Authority.in(folder);
    }

    @BeforeEach
    void a_server_that_speaks_plain_text() {
        server = new GreenMail(new ServerSetup(0, "0.0.0.0", ServerSetup.PROTOCOL_IMAP));
        server.start();
        server.setUser("privacy@firm.example", "privacy", "secret");
    }

    @AfterEach
    void it_goes() {
        server.stop();
    }

    @Test
    void after_starttls_a_certificate_of_the_named_authority_is_taken() throws Exception {
        try (var front = TlsFront.afterStartTls(TlsFront.Speech.IMAP, plain(), ours.serverOf("ip:0.0.0.0"))) {
            assertThat(doubt(ELSEWHERE, front.port(), ours.certificate())).isNull();
            assertThat(front.wasSignedInPlain()).isFalse();
        }
    }

    @Test
    void from_the_first_byte_too() throws Exception {
        try (var front = TlsFront.fromTheFirstByte(993, plain(), ours.serverOf("dns:localhost"))) {
            assertThat(doubt("localhost", front.port(), ours.certificate())).isNull();
            assertThat(doubt("localhost", front.port(), null)).isEqualTo(MailEncryption.Doubt.CERTIFICATE);
        }
    }

    @Test
    void a_certificate_for_another_name_is_refused_by_that_name() throws Exception {
        try (var front =
                TlsFront.afterStartTls(TlsFront.Speech.IMAP, plain(), ours.serverOf("dns:mail.firm.example"))) {
            assertThat(doubt(ELSEWHERE, front.port(), ours.certificate())).isEqualTo(MailEncryption.Doubt.NAME);
            assertThat(doubt("localhost", front.port(), ours.certificate())).isEqualTo(MailEncryption.Doubt.NAME);
            assertThat(front.wasSignedInPlain()).isFalse();
        }
    }

    @Test
    void a_certificate_that_nobody_known_signed_is_refused() throws Exception {
        try (var front = TlsFront.afterStartTls(TlsFront.Speech.IMAP, plain(), ours.serverOf("ip:0.0.0.0"))) {
            assertThat(doubt(ELSEWHERE, front.port(), null)).isEqualTo(MailEncryption.Doubt.CERTIFICATE);
            assertThat(front.wasSignedInPlain()).isFalse();
        }
    }

    @Test
    void plain_text_is_spoken_to_this_machine_only() {
        assertThat(doubt("localhost", plain(), null)).isNull();
        assertThat(doubt(ELSEWHERE, plain(), null)).isEqualTo(MailEncryption.Doubt.PLAIN);
    }

    @Test
    void a_file_of_the_authority_that_holds_no_certificates_is_named_by_its_setting() throws IOException {
        var empty = Files.writeString(folder.resolve("empty.pem"), "not a certificate");
        assertThatThrownBy(() -> doubt("localhost", plain(), empty))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("mail-ca")
                .hasMessageContaining("does not name readable certificates");
    }

    private int plain() {
        return server.getImap().getPort();
    }

    /** Signs in and looks into the folder; what was wrong with the encryption, or null where all was well. */
    private static MailEncryption.@Nullable Doubt doubt(String host, int port, @Nullable Path authority) {
        var given = new java.util.HashMap<>(Map.of(
                Setting.IMAP_HOST,
                host,
                Setting.IMAP_PORT,
                String.valueOf(port),
                Setting.IMAP_USER,
                "privacy",
                Setting.IMAP_PASSWORD,
                "secret"));
        if (authority != null) {
            given.put(Setting.MAIL_CA, authority.toString());
        }
        try (var box = ImapBox.open(Settings.of(given, Map.of()), PATIENCE)) {
            assertThat(box.messages()).isEmpty();
            return null;
        } catch (MessagingException e) {
            var doubt = MailEncryption.doubt(e);
            if (doubt == null) {
                throw new AssertionError("Another trouble", e);
            }
            return doubt;
        }
    }
}
