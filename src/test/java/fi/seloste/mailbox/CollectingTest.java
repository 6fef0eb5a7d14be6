package fi.seloste.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.seloste.DatabaseTest;
import fi.seloste.Faults;
import fi.seloste.installation.Setting;
import fi.seloste.store.LiveSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Real mail from a real server. Nothing that lies in the mailbox is lost, and nothing is taken twice. */
@DatabaseTest
@TestPropertySource(properties = "seloste.mailbox.patience=3s")
class CollectingTest {

    private static final String ADDRESS = "privacy@firm.example";

    private static final AtomicInteger TESTS = new AtomicInteger();

    @Autowired
    Collecting collecting;

    @Autowired
    TakingIn taking;

    @Autowired
    Telling telling;

    @Autowired
    Faults faults;

    @Autowired
    Looks looks;

    @Autowired
    LiveSettings settings;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    private final String mark = "t" + TESTS.incrementAndGet();

    private GreenMail server;

    @BeforeEach
    void a_mail_server() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
        });
        server.start();
        server.setUser(ADDRESS, "privacy", "secret");
        set(server.getImap().getPort());
    }

    @AfterEach
    void the_server_goes() {
        server.stop();
    }

    @Test
    void a_message_is_kept_with_its_files_and_put_away_at_the_server() throws Exception {
        deliver(mark + "-one", "Erase me", "Please erase me.");

        collecting.run();

        assertThat(kept("subject = 'Erase me'")).isOne();
        assertThat(inFolder("INBOX")).isZero();
        assertThat(inFolder("Processed")).isOne();
        assertThat(looks.last(Mailbox.PRIVACY)).hasValueSatisfying(look -> {
            assertThat(look.taken()).isOne();
            assertThat(look.trouble()).isNull();
        });
        assertThat(count("store.scheduled_tasks where task_name = 'mail-arrived'"))
                .isPositive();
    }

    @Test
    void killed_between_keeping_and_putting_away_nothing_is_lost_or_doubled() throws Exception {
        deliver(mark + "-two", "Killed " + mark, "Please erase me.");
        keepWithoutPuttingAway();
        assertThat(kept("subject = 'Killed " + mark + "'")).isOne();
        assertThat(inFolder("INBOX")).isOne();

        collecting.run();

        assertThat(kept("subject = 'Killed " + mark + "'")).isOne();
        assertThat(inFolder("INBOX")).isZero();
        assertThat(inFolder("Processed")).isOne();
    }

    @Test
    void killed_at_any_commit_each_message_is_kept_once_put_away_and_told_of() {
        var all = faults.mustEndAlike("mail", new Faults.Course<String, List<Object>>() {
            @Override
            public String prepare(String name) {
                for (int i = 0; i < 3; i++) {
                    delivered(mark + name + i, mark + name, "Number " + i);
                }
                return mark + name;
            }

            @Override
            public void act(String subject) {
                collecting.run();
                tell();
            }

            @Override
            public void goOn(String subject) {
                collecting.run();
                tell();
            }

            @Override
            public List<Object> end(String subject) {
                var there = "subject = '%s'".formatted(subject);
                return List.of(
                        kept(there),
                        count("rights.arrival a join mailbox.message m using (message_id) where " + there),
                        leftInBox());
            }
        });

        assertThat(all.kills()).isGreaterThanOrEqualTo(8);
        assertThat(all.undisturbed()).containsExactly(3L, 3L, 0);
    }

    private int leftInBox() {
        try {
            return inFolder("INBOX");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void delivered(String id, String subject, String words) {
        try {
            deliver(id, subject, words);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the job does for each message that was kept. */
    private void tell() {
        var waiting = purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select task_instance from store.scheduled_tasks where task_name = 'mail-arrived'")
                        .query(String.class)
                        .list());
        for (var one : waiting) {
            telling.run(one);
            purposes.as(
                    Purpose.OWNER,
                    () -> jdbc.sql(
                                    "delete from store.scheduled_tasks where task_name = 'mail-arrived' and task_instance = :one")
                            .param("one", one)
                            .update());
        }
    }

    @Test
    void the_same_message_by_two_ways_or_after_a_new_count_of_the_folder_is_one() throws Exception {
        deliver(mark + "-three", "Twice " + mark, "Please erase me.");
        collecting.run();
        deliver(mark + "-three", "Twice " + mark, "Please erase me.");
        collecting.run();

        assertThat(kept("subject = 'Twice " + mark + "'")).isOne();
        assertThat(inFolder("INBOX")).isZero();
    }

    @Test
    void whoever_knows_the_id_of_a_message_cannot_keep_it_out() throws Exception {
        deliver(mark + "-four", "Forged " + mark, "I was first.");
        collecting.run();
        deliver(mark + "-four", "Forged " + mark, "The true words.");
        collecting.run();

        assertThat(kept("subject = 'Forged " + mark + "'")).isEqualTo(2);
    }

    @Test
    void messages_without_an_id_are_kept_one_by_one() throws Exception {
        deliver(null, "Bare " + mark, "Erase me.");
        deliver(null, "Bare " + mark, "And me.");
        collecting.run();

        assertThat(kept("subject = 'Bare " + mark + "'")).isEqualTo(2);
    }

    @Test
    void many_messages_come_in_batches_and_all_of_them() throws Exception {
        for (int i = 0; i < 120; i++) {
            deliver(mark + "-many-" + i, "Many " + mark, "Number " + i);
        }

        collecting.run();

        assertThat(kept("subject = 'Many " + mark + "'")).isEqualTo(120);
        assertThat(inFolder("INBOX")).isZero();
        assertThat(inFolder("Processed")).isEqualTo(120);
        assertThat(count("store.letter")).isZero();
    }

    @Test
    void a_wrong_password_is_said_and_nothing_is_lost() throws Exception {
        deliver(mark + "-five", "Later " + mark, "Erase me.");
        put(Setting.IMAP_PASSWORD, "wrong");
        collecting.run();
        assertThat(looks.last(Mailbox.PRIVACY).orElseThrow().trouble()).isEqualTo("sign-in");

        put(Setting.IMAP_PASSWORD, "secret");
        collecting.run();
        assertThat(kept("subject = 'Later " + mark + "'")).isOne();
    }

    @Test
    void a_server_that_stalls_or_is_gone_ends_the_round_and_not_the_house() throws IOException {
        try (var silent = new ServerSocket(0)) {
            set(silent.getLocalPort());
            collecting.run();
            assertThat(looks.last(Mailbox.PRIVACY).orElseThrow().trouble()).isEqualTo("connection");
        }
        collecting.run();
        assertThat(looks.last(Mailbox.PRIVACY).orElseThrow().trouble()).isEqualTo("connection");
    }

    @Test
    void to_another_machine_nothing_goes_in_plain_text() {
        put(Setting.IMAP_HOST, "127.0.0.1.nip.example");
        collecting.run();
        assertThat(looks.last(Mailbox.PRIVACY).orElseThrow().trouble()).isEqualTo("connection");
        assertThat(LiveSettings.isThisMachine("127.0.0.1.nip.example")).isFalse();
    }

    @Test
    void the_password_lies_sealed_in_the_database() {
        var value = purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select value from store.setting where name = 'console.imap-password'")
                        .query(String.class)
                        .single());
        assertThat(value).isNotEmpty().doesNotContain("secret");
        assertThat(settings.now().text(Setting.IMAP_PASSWORD)).isEqualTo("secret");
    }

    /** As far as the commit, and no further. */
    private void keepWithoutPuttingAway() throws Exception {
        try (var box = ImapBox.open(settings.now(), Duration.ofSeconds(5))) {
            var messages = box.messages();
            box.prepare(messages);
            for (var message : messages) {
                try (var raw = box.fetch(message)) {
                    var arrivedAt = Objects.requireNonNull(box.arrivedAt(message));
                    assertThat(taking.take(Mailbox.PRIVACY, raw, arrivedAt, box.place(message)))
                            .isPresent();
                }
            }
        }
    }

    private void deliver(@Nullable String id, String subject, String words) throws MessagingException {
        var text = "From: Ada Koskinen <ada@jokivoima.example>\r\nTo: " + ADDRESS + "\r\nSubject: " + subject + "\r\n"
                + (id == null ? "" : "Message-ID: <" + id + "@jokivoima.example>\r\n")
                + "Content-Type: text/plain\r\n\r\n" + words + "\r\n";
        var message = new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        server.getUserManager().getUser("privacy").deliver(message);
    }

    private int inFolder(String name) throws MessagingException {
        var store = server.getImap().createStore();
        store.connect("privacy", "secret");
        var folder = store.getFolder(name);
        if (!folder.exists()) {
            return 0;
        }
        folder.open(Folder.READ_ONLY);
        int count = folder.getMessageCount();
        store.close();
        return count;
    }

    private void set(int port) {
        put(Setting.IMAP_HOST, "127.0.0.1");
        put(Setting.IMAP_PORT, String.valueOf(port));
        put(Setting.IMAP_USER, "privacy");
        put(Setting.IMAP_PASSWORD, "secret");
        put(Setting.IMAP_ADDRESS, ADDRESS);
    }

    private void put(Setting setting, String value) {
        purposes.as(Purpose.TECHNICAL, () -> settings.put(setting, value, null));
    }

    private long kept(String condition) {
        return count("mailbox.message where " + condition);
    }

    private long count(String from) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from " + from).query(Long.class).single());
    }
}
