package fi.seloste.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.installation.Setting;
import fi.seloste.marketing.MoodyServer;
import fi.seloste.marketing.MoodyServer.Mood;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters over connections that are kept, by real sockets. */
@DatabaseTest
class KeptLinesTest {

    @Autowired
    Mail mail;

    @Autowired
    Postman postman;

    @Autowired
    KeptLines lines;

    @Autowired
    LiveSettings settings;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TurnedClock clock;

    private MoodyServer server;

    @BeforeEach
    void a_mail_server() throws Exception {
        server = new MoodyServer();
        at(server.port());
    }

    @AfterEach
    void it_goes() throws Exception {
        clock.advance(Duration.ofMinutes(1));
        lines.endRested();
        server.close();
    }

    @Test
    @Policy("R42")
    void letters_that_come_one_after_the_other_go_over_one_line_which_ends_with_a_word() throws Exception {
        for (int i = 0; i < 5; i++) {
            postman.run(letter("ada" + i).toString());
        }
        assertThat(server.taken()).containsExactly(to("ada0"), to("ada1"), to("ada2"), to("ada3"), to("ada4"));
        assertThat(server.connections).isEqualTo(1);

        lines.endRested();
        assertThat(server.goodbyes).as("it may still be needed").isZero();
        clock.advance(Duration.ofSeconds(11));
        lines.endRested();
        eventually(() -> server.goodbyes == 1);
        postman.run(letter("boris").toString());
        assertThat(server.connections).isEqualTo(2);
    }

    @Test
    @Policy("R42")
    void a_line_that_the_server_has_ended_is_opened_anew_and_no_letter_is_lost_or_sent_twice() throws Exception {
        postman.run(letter("first").toString());
        server.hangUp();
        var second = letter("second");
        postman.run(second.toString());
        server.patience = 1;
        postman.run(letter("third").toString());
        postman.run(letter("fourth").toString());

        assertThat(server.taken()).containsExactly(to("first"), to("second"), to("third"), to("fourth"));
        assertThat(attempts(second)).isEqualTo(1);
    }

    @Test
    void after_a_hundred_letters_a_line_is_opened_anew() {
        for (int i = 0; i < 101; i++) {
            postman.run(letter("many" + i).toString());
        }
        assertThat(server.taken()).hasSize(101).doesNotHaveDuplicates();
        assertThat(server.connections).isEqualTo(2);
        eventually(() -> server.goodbyes == 1);
    }

    @Test
    void a_refused_letter_waits_and_the_next_goes_over_the_same_line() {
        server.mood = address -> address.startsWith("nobody") ? Mood.KNOWS_NOBODY : Mood.TAKES;
        var refused = letter("nobody");
        assertThatThrownBy(() -> postman.run(refused.toString())).hasMessageContaining(refused.toString());
        assertThat(error(refused)).isEqualTo("SMTP 550");
        postman.run(letter("somebody").toString());
        assertThat(server.connections).isEqualTo(1);

        server.mood = address -> Mood.TAKES;
        postman.run(refused.toString());
        assertThat(server.taken()).containsExactly(to("somebody"), to("nobody"));
        assertThat(attempts(refused)).isEqualTo(2);
    }

    @Test
    void a_line_that_breaks_in_a_letter_leaves_the_letter_waiting_under_the_same_id() {
        server.mood = address -> Mood.HANGS_UP;
        var broken = letter("broken");
        assertThatThrownBy(() -> postman.run(broken.toString())).isInstanceOf(IllegalStateException.class);
        assertThat(error(broken)).isEqualTo("SMTP");
        assertThat(server.connections)
                .as("what may have been taken is not said again at once")
                .isEqualTo(1);

        server.mood = address -> Mood.TAKES;
        postman.run(broken.toString());
        assertThat(server.taken()).containsExactly(to("broken"));
    }

    @Test
    void where_nobody_listens_a_letter_waits_with_the_reason() throws Exception {
        postman.run(letter("before").toString());
        server.close();
        var waiting = letter("waiting");
        assertThatThrownBy(() -> postman.run(waiting.toString())).isInstanceOf(IllegalStateException.class);
        assertThat(error(waiting)).contains("Connect");

        server = new MoodyServer();
        at(server.port());
        postman.run(waiting.toString());
        assertThat(server.taken()).containsExactly(to("waiting"));
    }

    @Test
    void after_a_change_of_the_settings_no_letter_goes_the_old_way() throws Exception {
        postman.run(letter("old").toString());
        try (var other = new MoodyServer()) {
            at(other.port());
            postman.run(letter("new").toString());
            assertThat(other.taken()).containsExactly(to("new"));
        }
        assertThat(server.taken()).containsExactly(to("old"));
        eventually(() -> server.goodbyes == 1);
    }

    @Test
    @Policy("R42")
    void of_many_letters_at_once_each_arrives_once_over_a_few_lines() throws Exception {
        var ids = IntStream.range(0, 60).mapToObj(i -> letter("at.once" + i)).toList();
        var trouble = new CopyOnWriteArrayList<Throwable>();
        var hands = IntStream.range(0, 3)
                .mapToObj(hand -> Thread.ofVirtual().start(() -> some(ids, hand, trouble)))
                .toList();
        for (var hand : hands) {
            hand.join();
        }
        assertThat(trouble).isEmpty();
        assertThat(server.taken()).hasSize(60).doesNotHaveDuplicates();
        assertThat(server.connections).isLessThanOrEqualTo(3);
    }

    private void some(List<UUID> ids, int hand, List<Throwable> trouble) {
        try {
            for (int i = hand; i < ids.size(); i += 3) {
                postman.run(ids.get(i).toString());
            }
        } catch (RuntimeException e) {
            trouble.add(e);
        }
    }

    @Test
    void a_letter_arrives_as_it_was_written() throws Exception {
        var real = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        real.start();
        try {
            at(real.getSmtp().getPort());
            var words = "Hyvä Åsa,\n\n.piste rivin alussa\n..ja kaksi\n\n" + "pitkä rivi ".repeat(200) + "\n.\nloppu";
            var id = purposes.as(
                    Purpose.TECHNICAL,
                    () -> mail.send(new Letter("test", to("asa"), "Pyyntösi on vastaanotettu – 1/2", words, null)));
            postman.run(id.toString());
            postman.run(letter("next").toString());

            var first = real.getReceivedMessages()[0];
            assertThat(first.getSubject()).isEqualTo("Pyyntösi on vastaanotettu – 1/2");
            assertThat(first.getContent().toString().replace("\r\n", "\n")).isEqualTo(words);
            assertThat(first.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
            assertThat(first.getFrom()[0].toString()).isEqualTo("letters@halytin.example");
            assertThat(first.getMessageID()).isEqualTo("<" + id + "@halytin.example>");
            assertThat(names(first))
                    .contains("Auto-Submitted", "Date", "MIME-Version")
                    .doesNotHaveDuplicates();
            assertThat(real.getReceivedMessages()).hasSize(2);
        } finally {
            real.stop();
        }
    }

    private static List<String> names(MimeMessage message) throws Exception {
        return Collections.list(message.getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
    }

    private UUID letter(String whom) {
        return purposes.as(
                Purpose.TECHNICAL, () -> mail.send(new Letter("test", to(whom), "About you", "Hello\n", null)));
    }

    private static String to(String whom) {
        return whom + "@lines.example";
    }

    private void at(int port) {
        set(Setting.MAIL_HOST, "127.0.0.1");
        set(Setting.MAIL_PORT, String.valueOf(port));
        set(Setting.MAIL_FROM, "letters@halytin.example");
    }

    private void set(Setting setting, String value) {
        purposes.as(Purpose.TECHNICAL, () -> settings.put(setting, value, null));
    }

    private int attempts(UUID letter) {
        return purposes.as(
                Purpose.TECHNICAL,
                () -> jdbc.sql("select attempts from store.letter where letter_id = :id")
                        .param("id", letter)
                        .query(Integer.class)
                        .single());
    }

    private String error(UUID letter) {
        return purposes.as(
                Purpose.TECHNICAL,
                () -> jdbc.sql("select error from store.letter where letter_id = :id")
                        .param("id", letter)
                        .query(String.class)
                        .single());
    }

    private static void eventually(java.util.function.BooleanSupplier what) {
        for (int i = 0; i < 3_000 && !what.getAsBoolean(); i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(what.getAsBoolean()).isTrue();
    }
}
