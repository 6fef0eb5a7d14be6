package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.installation.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in one breath is answered one by one, and each answer is heeded. */
class SmtpAnswersTest {

    @ParameterizedTest
    @ValueSource(strings = {"PIPELINING", "8BITMIME"})
    void messages_follow_one_another_on_a_line_and_one_that_is_refused_does_not_stop_the_next(String offered)
            throws Exception {
        try (var server = new Server(offered)) {
            var line = server.line();
            assertThat(carry(line, "ada@jokivoima.example", "Hei Ada\r\n").outcome())
                    .isEqualTo(Handover.Outcome.TAKEN);
            var refused = carry(line, "nobody@jokivoima.example", "Hei kukaan\r\n");
            assertThat(refused.outcome()).isEqualTo(Handover.Outcome.REFUSED);
            assertThat(refused.words()).contains("5.1.1");
            assertThat(carry(line, "later@jokivoima.example", "Hei huomenna\r\n")
                            .outcome())
                    .isEqualTo(Handover.Outcome.LATER);
            assertThat(carry(line, "boris@halytin.example", "Hei Boris\r\n").outcome())
                    .isEqualTo(Handover.Outcome.TAKEN);
            assertThat(carry(line, "ada@jokivoima.example", ".dot\nalone").outcome())
                    .isEqualTo(Handover.Outcome.TAKEN);
            assertThat(line.isOpen()).isTrue();
            line.close();
            assertThat(server.taken)
                    .containsExactly(
                            "ada@jokivoima.example: Hei Ada",
                            "boris@halytin.example: Hei Boris",
                            "ada@jokivoima.example: .dot");
        }
    }

    @Test
    void a_server_that_goes_on_with_a_message_for_nobody_is_told_its_end() throws Exception {
        try (var server = new Server("PIPELINING")) {
            var line = server.line();
            assertThat(carry(line, "nobody-go-on@jokivoima.example", "Hei\r\n").outcome())
                    .isEqualTo(Handover.Outcome.REFUSED);
            assertThat(line.isOpen()).isTrue();
            assertThat(carry(line, "ada@jokivoima.example", "Hei Ada\r\n").outcome())
                    .isEqualTo(Handover.Outcome.TAKEN);
            assertThat(server.taken).containsExactly("ada@jokivoima.example: Hei Ada");
        }
    }

    @Test
    void a_server_that_says_that_it_is_closing_has_taken_nothing() throws Exception {
        try (var server = new Server("PIPELINING")) {
            var line = server.line();
            assertThat(carry(line, "closing@jokivoima.example", "Hei\r\n").code())
                    .isEqualTo(421);
            assertThat(line.isOpen()).isFalse();
        }
    }

    @Test
    void an_answer_without_an_end_is_no_answer_and_the_line_is_given_up() throws Exception {
        try (var server = new Server("PIPELINING")) {
            var line = server.line();
            assertThat(carry(line, "talks@jokivoima.example", "Hei\r\n").code()).isEqualTo(421);
            assertThat(line.isOpen()).isFalse();
            assertThat(server.taken).isEmpty();
        }
    }

    @Test
    void a_server_that_stops_reading_is_waited_for_as_long_as_was_said() throws Exception {
        try (var deaf = new ServerSocket();
                var socket = new Socket()) {
            deaf.setReceiveBufferSize(4_096);
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            socket.setSendBufferSize(4_096);
            socket.connect(deaf.getLocalSocketAddress());
            var talk = new SmtpTalk(socket, true, Duration.ofSeconds(1));
            var held = yes(deaf);
            assertThat(talk.carry(
                                    Duration.ofSeconds(1),
                                    "letters@halytin.example",
                                    "ada@jokivoima.example",
                                    new byte[400_000])
                            .outcome())
                    .isEqualTo(Handover.Outcome.UNCERTAIN);
            assertThat(talk.isBroken()).isTrue();
            assertThat(socket.isClosed()).isTrue();
            held.close();
        }
    }

    /** To the envelope, and then nothing more is read. */
    private static Socket yes(ServerSocket deaf) throws IOException {
        var line = deaf.accept();
        line.getOutputStream().write("250 ok\r\n250 ok\r\n354 go on\r\n".getBytes(StandardCharsets.US_ASCII));
        return line;
    }

    private static Handover carry(SmtpLine line, String to, String mail) {
        return line.carry("letters@halytin.example", to, mail.getBytes(StandardCharsets.US_ASCII));
    }

    /** Knows some people, puts one off, and hangs up on two. */
    private static final class Server implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final String offered;
        private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

        Server(String offered) throws IOException {
            this.offered = offered;
            Thread.ofVirtual().start(() -> {
                while (!door.isClosed()) {
                    try {
                        talk(door.accept());
                    } catch (IOException e) {
                        // the other side has hung up
                    }
                }
            });
        }

        SmtpLine line() {
            return SmtpLine.open(
                    Settings.of(Map.of(), Map.of()),
                    new Relay.Server("127.0.0.1", door.getLocalPort(), null, null, null),
                    "letters@halytin.example",
                    null,
                    Clock.systemUTC());
        }

        private void talk(Socket line) throws IOException {
            try (line;
                    var in = new BufferedReader(
                            new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII))) {
                say(line, "220 here");
                var to = "";
                for (var word = in.readLine(); word != null; word = in.readLine()) {
                    if (word.startsWith("RCPT TO:")) {
                        to = word.substring(9, word.indexOf('>'));
                    }
                    if (to.startsWith("hang-early") && word.startsWith("RCPT")) {
                        return;
                    }
                    boolean known = !to.startsWith("nobody") && !to.startsWith("later");
                    if (word.startsWith("EHLO")) {
                        say(line, "250-here\r\n250 " + offered);
                    } else if (word.startsWith("RCPT")) {
                        if (to.startsWith("closing")) {
                            say(line, "421 4.3.2 closing");
                            return;
                        }
                        if (to.startsWith("talks")) {
                            say(line, "250-and so on\r\n".repeat(1_000) + "250 ok");
                            continue;
                        }
                        say(line, known ? "250 ok" : to.startsWith("later") ? "450 4.2.1 later" : "550 5.1.1 nobody");
                    } else if (word.equals("DATA") && !known && !to.contains("go-on")) {
                        say(line, "554 5.5.1 for whom?");
                    } else if (word.equals("DATA")) {
                        say(line, "354 go on");
                        var first = in.readLine();
                        for (var rest = first; !rest.equals("."); rest = in.readLine()) {
                            // to its end
                        }
                        if (to.startsWith("hang-late")) {
                            return;
                        }
                        if (known) {
                            taken.add(to + ": " + (first.startsWith(".") ? first.substring(1) : first));
                        }
                        say(line, known ? "250 taken" : "554 5.5.1 for whom?");
                    } else {
                        say(line, "250 ok");
                    }
                }
            }
        }

        private static void say(Socket line, String words) throws IOException {
            line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
