package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import fi.seloste.store.Purpose;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a campaign when the server ends in the middle of it, or the mail server does. */
@MarketingTest
class CrashTest {

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Marketing marketing;

    @Autowired
    Sending sending;

    @Autowired
    Deliveries deliveries;

    @BeforeEach
    void a_mail_server() {
        sink.open();
    }

    @Test
    @Policy("M7")
    void what_was_being_handed_over_when_the_process_died_is_handed_over_again_and_the_report_says_so() {
        var firm = readers.firm("Jokivoima Oy");
        var names = List.of("ada", "boris", "chen", "dora");
        names.forEach(name -> readers.met(firm, name, name + "@jokivoima.example", "fi"));
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        // The process takes a message, and is killed before it learns whether the mail server took it.
        var lost = readers.purposes.as(
                Purpose.MARKETING,
                () -> deliveries.take(
                        marketing.get(id),
                        new Deliveries.Hand(
                                UUID.randomUUID(), WaysOut.Link.made().print())));
        assertThat(lost).isPresent();

        leave(id);

        assertThat(sink.readers())
                .containsExactly(
                        "ada@jokivoima.example",
                        "boris@jokivoima.example",
                        "chen@jokivoima.example",
                        "dora@jokivoima.example");
        var numbers = marketing.report(id).numbers();
        assertThat(numbers.sent()).isEqualTo(4);
        assertThat(numbers.uncertain()).isOne();
    }

    @Test
    @Policy("M3")
    void whoever_bans_marketing_while_the_process_is_down_is_not_written_to_again() {
        var firm = readers.firm("Rautapyörä Oy");
        var ada = readers.met(firm, "Ada Rauta", "ada@rautapyora.example", "fi");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        var taken = readers.purposes.as(
                Purpose.MARKETING,
                () -> deliveries.take(
                        marketing.get(id),
                        new Deliveries.Hand(
                                UUID.randomUUID(), WaysOut.Link.made().print())));
        assertThat(taken).isPresent();
        readers.ban(ada);

        leave(id);

        assertThat(sink.readers()).isEmpty();
        assertThat(marketing.report(id).skipped()).containsExactly(new Excluded("banned", 1));
        assertThat(marketing.report(id).numbers().uncertain()).isOne();
    }

    @Test
    @Policy("M7")
    void a_mail_server_that_says_not_now_is_asked_again_later_and_one_that_says_never_is_believed() throws Exception {
        var firm = readers.firm("Merenkulma Oy");
        for (var name : List.of("good", "busy", "gone")) {
            readers.met(firm, name, name + "@merenkulma.example", "fi");
        }
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        try (var server = new Talker(line ->
                line.contains("busy@") ? "451 4.7.1 later" : line.contains("gone@") ? "550 5.1.1 no" : "250 ok")) {
            sink.at(server.port());
            sending.run();
            var numbers = marketing.report(id).numbers();
            assertThat(numbers.sent()).isOne();
            assertThat(numbers.failed()).isOne();
            assertThat(numbers.waiting()).isOne();
            assertThat(marketing.report(id).failed()).containsExactly(new Excluded("refused", 1));
        }
        sink.open();
        readers.clock.advance(Duration.ofMinutes(5));
        leave(id);
        assertThat(sink.readers()).containsExactly("busy@merenkulma.example");
    }

    @Test
    @Policy("M7")
    void a_line_that_breaks_in_the_middle_of_a_message_leaves_it_uncertain_and_not_lost() throws Exception {
        var firm = readers.firm("Kuitukoski Oy");
        readers.met(firm, "Ada Kuitu", "ada@kuitukoski.example", "fi");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        try (var server = new Talker(line -> line.startsWith("DATA") ? "" : "250 ok")) {
            sink.at(server.port());
            sending.run();
        }
        assertThat(marketing.report(id).numbers().waiting()).isOne();
        assertThat(marketing.report(id).numbers().uncertain()).isOne();

        sink.open();
        readers.clock.advance(Duration.ofMinutes(5));
        leave(id);
        assertThat(sink.readers()).containsExactly("ada@kuitukoski.example");
    }

    @Test
    void a_server_that_refuses_everybody_stops_the_campaign_instead_of_burning_its_readers() throws Exception {
        var firm = readers.firm("Lounatuuli Oy");
        readers.purposes.as(Purpose.CUSTOMER, () -> {
            for (int i = 0; i < 60; i++) {
                readers.met(firm, "Reader " + i, "reader" + i + "@lounatuuli.example", "fi");
            }
        });
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        try (var server = new Talker(line -> line.startsWith("RCPT") ? "554 5.7.1 relay denied" : "250 ok")) {
            sink.at(server.port());
            sending.run();
        }
        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.PAUSED);
        assertThat(marketing.report(id).numbers().waiting()).isGreaterThan(30);
        assertThat(marketing.deeds(id).getFirst().note()).isEqualTo("refused");
    }

    private void leave(UUID id) {
        for (int i = 0; i < 20 && marketing.get(id).state() == Campaign.State.SENDING; i++) {
            sending.run();
        }
        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.SENT);
    }

    /** An SMTP server that answers each command as it is told; an empty answer cuts the line. */
    private static final class Talker implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final List<Socket> lines = new CopyOnWriteArrayList<>();
        private final UnaryOperator<String> answers;

        Talker(UnaryOperator<String> answers) throws IOException {
            this.answers = answers;
            Thread.ofVirtual().start(this::welcome);
        }

        int port() {
            return door.getLocalPort();
        }

        private void welcome() {
            while (!door.isClosed()) {
                try {
                    var line = door.accept();
                    lines.add(line);
                    Thread.ofVirtual().start(() -> talk(line));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void talk(Socket line) {
            try (var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
                    var out = new PrintWriter(
                            new OutputStreamWriter(line.getOutputStream(), StandardCharsets.UTF_8), true)) {
                out.print("220 talker\r\n");
                out.flush();
                boolean data = false;
                for (var said = in.readLine(); said != null; said = in.readLine()) {
                    if (data && !said.equals(".")) {
                        continue;
                    }
                    var answer = data ? "250 taken" : answers.apply(said);
                    data = !data && said.equals("DATA") && !answer.isEmpty();
                    if (answer.isEmpty()) {
                        return;
                    }
                    out.print((data ? "354 go on" : answer) + "\r\n");
                    out.flush();
                }
            } catch (IOException e) {
                // the other side has gone
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
            for (var line : new ArrayList<>(lines)) {
                line.close();
            }
        }
    }
}
