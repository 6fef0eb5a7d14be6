package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.seloste.Authority;
import fi.seloste.TlsFront;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mail that leaves over TLS with real handshakes. The address 0.0.0.0 leads to this machine and is not one of those that mean it, so it stands for any other
 * machine.
 */
class EncryptedLineTest {

    private static final String ELSEWHERE = "0.0.0.0";

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
        server = new GreenMail(new ServerSetup(0, ELSEWHERE, ServerSetup.PROTOCOL_SMTP));
        server.start();
        server.setUser("house@halytin.example", "house", "secret");
    }

    @AfterEach
    void it_goes() {
        server.stop();
    }

    @Test
    void after_starttls_a_message_leaves_encrypted_and_nothing_of_it_was_said_before() throws Exception {
        try (var front = startTls("ip:0.0.0.0")) {
            carry(ELSEWHERE, front.port(), ours.certificate());
            assertThat(front.wasSignedInPlain()).isFalse();
            assertThat(server.getReceivedMessages()).hasSize(1);
        }
    }

    @Test
    void at_port_465_it_is_encrypted_from_the_first_byte() throws Exception {
        assumeTrue(isFree(465), "Port 465 cannot be taken here, so TLS from the first byte is not tried.");
        try (var front = TlsFront.fromTheFirstByte(465, plain(), ours.serverOf("dns:localhost,ip:0.0.0.0"))) {
            carry("localhost", front.port(), ours.certificate());
            carry(ELSEWHERE, front.port(), ours.certificate());
            assertThat(server.getReceivedMessages()).hasSize(2);
            refused("Nobody we know has signed the certificate", "localhost", front.port(), null);
        }
        try (var front = TlsFront.fromTheFirstByte(465, plain(), ours.serverOf("dns:mail.firm.example"))) {
            refused("for another name", "localhost", front.port(), ours.certificate());
            refused("for another name", ELSEWHERE, front.port(), ours.certificate());
        }
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void a_certificate_for_another_name_is_refused_by_that_name() throws Exception {
        try (var front = startTls("dns:mail.firm.example")) {
            refused("for another name", ELSEWHERE, front.port(), ours.certificate());
            refused("for another name", "localhost", front.port(), ours.certificate());
            assertThat(front.wasSignedInPlain()).isFalse();
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_certificate_that_nobody_known_signed_is_refused() throws Exception {
        try (var front = startTls("ip:0.0.0.0")) {
            refused("Nobody we know has signed the certificate", ELSEWHERE, front.port(), null);
            assertThat(front.wasSignedInPlain()).isFalse();
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void plain_text_is_spoken_to_this_machine_only() {
        carry("localhost", plain(), null);
        assertThat(server.getReceivedMessages()).hasSize(1);
        refused("offers no encryption", ELSEWHERE, plain(), null);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    private TlsFront startTls(String names) throws Exception {
        return TlsFront.afterStartTls(TlsFront.Speech.SMTP, plain(), ours.serverOf(names));
    }

    private int plain() {
        return server.getSmtp().getPort();
    }

    private static boolean isFree(int port) {
        try (var door = new ServerSocket(port)) {
            return door.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void refused(String sentence, String host, int port, @Nullable Path authority) {
        assertThatThrownBy(() -> carry(host, port, authority))
                .isInstanceOf(Relay.Unreachable.class)
                .hasMessageContaining(sentence);
    }

    private static void carry(String host, int port, @Nullable Path authority) {
        var given = new HashMap<Setting, String>();
        if (authority != null) {
            given.put(Setting.MAIL_CA, authority.toString());
        }
        var to = new Relay.Server(host, port, null, null, Duration.ofSeconds(5));
        try (var line =
                SmtpLine.open(Settings.of(given, Map.of()), to, "house@halytin.example", null, Clock.systemUTC())) {
            var mail = "Subject: Hello\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII);
            assertThat(line.carry("house@halytin.example", "ada@firm.example", mail)
                            .outcome())
                    .isEqualTo(Handover.Outcome.TAKEN);
        }
    }
}
