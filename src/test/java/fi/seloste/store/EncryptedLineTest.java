package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.seloste.Authority;
import fi.seloste.TlsFront;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mail that leaves over TLS with real handshakes. The address 0.0.0.0 leads to this machine and is not one of those that mean it, so it stands for any other
 * machine.
 */
class EncryptedLineTest {

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

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_server_that_stops_reading_keeps_no_line_for_ever_encrypted_or_not() throws Exception {
        try (var deaf = new DeafServer()) {
            assertThat(outcome("localhost", deaf.port(), null)).isEqualTo(Handover.Outcome.UNCERTAIN);
            try (var front = TlsFront.afterStartTls(TlsFront.Speech.SMTP, deaf.port(), ours.serverOf("ip:0.0.0.0"))) {
                assertThat(outcome(ELSEWHERE, front.port(), ours.certificate())).isEqualTo(Handover.Outcome.UNCERTAIN);
            }
            assertThat(deaf.begun()).as("messages that it had begun to take").isEqualTo(2);
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void nor_does_one_at_port_465() throws Exception {
        try (var deaf = new DeafServer();
                var front = TlsFront.fromTheFirstByte(465, deaf.port(), ours.serverOf("ip:0.0.0.0"))) {
            assertThat(outcome(ELSEWHERE, front.port(), ours.certificate())).isEqualTo(Handover.Outcome.UNCERTAIN);
            assertThat(deaf.begun()).isOne();
        }
    }

    /** Of a message that is larger than all that the machine holds for a server that does not read. */
    private static Handover.Outcome outcome(String host, int port, @Nullable Path authority) {
        var to = new Relay.Server(host, port, null, null, Duration.ofSeconds(3));
        try (var line = line(to, authority)) {
            return line.carry("house@halytin.example", "ada@firm.example", new byte[24 << 20])
                    .outcome();
        }
    }

    private TlsFront startTls(String names) throws Exception {
        return TlsFront.afterStartTls(TlsFront.Speech.SMTP, plain(), ours.serverOf(names));
    }

    private int plain() {
        return server.getSmtp().getPort();
    }

    private static void refused(String sentence, String host, int port, @Nullable Path authority) {
        assertThatThrownBy(() -> carry(host, port, authority))
                .isInstanceOf(Relay.Unreachable.class)
                .hasMessageContaining(sentence);
    }

    private static void carry(String host, int port, @Nullable Path authority) {
        try (var line = line(new Relay.Server(host, port, null, null, PATIENCE), authority)) {
            var mail = "Subject: Hello\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII);
            assertThat(line.carry("house@halytin.example", "ada@firm.example", mail)
                            .outcome())
                    .isEqualTo(Handover.Outcome.TAKEN);
        }
    }

    private static SmtpLine line(Relay.Server to, @Nullable Path authority) {
        var given = new HashMap<Setting, String>();
        if (authority != null) {
            given.put(Setting.MAIL_CA, authority.toString());
        }
        return SmtpLine.open(Settings.of(given, Map.of()), to, "house@halytin.example", null, Clock.systemUTC());
    }
}
