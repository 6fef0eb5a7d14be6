package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.Zone;
import fi.seloste.base.PersonId;
import fi.seloste.bench.Dovecot;
import fi.seloste.bench.Postfix;
import fi.seloste.installation.Setting;
import fi.seloste.senders.Pool;
import fi.seloste.senders.Pools;
import fi.seloste.senders.Sender;
import fi.seloste.senders.Senders;
import fi.seloste.store.LiveSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Recurring;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** From one end to the other: a real Postfix takes the mail and bounces it, a real Dovecot gives the bounce back, and dkimpy reads the signature. */
@MarketingTest
class RealMailTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String VERIFY = """
            import sys, dkim
            key = sys.argv[1].encode()
            print("valid" if dkim.verify(sys.stdin.buffer.read(), dnsfunc=lambda name, timeout=5: key) else "broken")
            """;

    @TempDir
    static Path folder;

    private static Postfix postfix;
    private static Dovecot dovecot;

    @Autowired
    Readers readers;

    @Autowired
    Marketing marketing;

    @Autowired
    Sending sending;

    @Autowired
    Senders senders;

    @Autowired
    Pools pools;

    @Autowired
    LiveSettings settings;

    @Autowired
    List<Recurring> recurring;

    @Autowired
    MockMvc web;

    private Sender sender;

    @BeforeAll
    static void real_servers() throws Exception {
        var missing = missing();
        if (missing != null) {
            System.out.println("Skipped because " + missing);
            Assumptions.abort(missing);
        }
        dovecot = Dovecot.start(folder);
        for (var part : new String[] {"cur", "new", "tmp"}) {
            Files.createDirectories(ada().resolve(part));
        }
        Postfix.run(
                "chown",
                "-R",
                "mail:mail",
                folder.resolve("readers").toString(),
                dovecot.mailbox().toString());
        postfix = Postfix.start(
                folder, Map.of("back@letters.halytin.example", dovecot.mailbox(), "ada@jokivoima.example", ada()));
    }

    private static String missing() throws Exception {
        if (!"root".equals(System.getProperty("user.name"))) {
            return "only root can start Postfix";
        }
        if (!Postfix.isHere() || !Dovecot.isHere()) {
            return "Postfix or Dovecot is not here (apt-get install postfix dovecot-imapd)";
        }
        var python = Files.isExecutable(PYTHON)
                && new ProcessBuilder(PYTHON.toString(), "-c", "import dkim")
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0;
        return python ? null : "dkimpy is not here (apt-get install python3-dkim)";
    }

    @AfterAll
    static void they_stop() throws Exception {
        if (postfix != null) {
            postfix.close();
        }
        if (dovecot != null) {
            dovecot.close();
        }
    }

    @BeforeEach
    void a_sender_and_a_mailbox_for_what_comes_back() {
        var pool = pools.make(new Pool.Wish("Own Postfix", 2, 0, 0), Readers.JENNY);
        pools.addServer(pool, new Pool.Access("127.0.0.1", postfix.port(), null), null, Readers.JENNY);
        var wish = new Sender.Wish(
                new Sender.Face("Halytin news", "news@letters.halytin.example", null),
                new Sender.Domain("letters.halytin.example", "s1", "back@letters.halytin.example", null),
                pool);
        sender = senders.get(senders.make(wish, null, Readers.JENNY));
        senders.recordsOf(sender).forEach(record -> Zone.says(record.name(), record.value()));
        senders.look(sender.id());
        purposeless(Setting.BOUNCE_HOST, "127.0.0.1");
        purposeless(Setting.BOUNCE_PORT, String.valueOf(dovecot.port()));
        purposeless(Setting.BOUNCE_USER, "back");
        purposeless(Setting.BOUNCE_PASSWORD, "secret");
        fetch();
    }

    private void purposeless(Setting setting, String value) {
        readers.purposes.as(Purpose.TECHNICAL, () -> settings.put(setting, value, null));
    }

    @Test
    @Policy({"P1", "P5", "M5"})
    void mail_leaves_signed_a_bounce_comes_back_and_one_click_bans() throws Exception {
        var firm = readers.firm("Jokivoima Oy");
        var ada = readers.met(firm, "Ada Koskinen", "ada@jokivoima.example", "fi");
        var gone = readers.met(firm, "Gone Koskinen", "gone@jokivoima.example", "fi");
        var id = readers.campaign(firm, new Campaign.Sender("", null, sender.id()));
        marketing.send(id, Readers.JENNY);
        sending.run();
        assertThat(marketing.report(id).numbers().sent()).as(postfix.told()).isEqualTo(2);

        await("the message to Ada", () -> files(ada().resolve("new")) == 1);
        var file = only(ada().resolve("new"));
        assertThat(verified(Files.readAllBytes(file))).isEqualTo("valid");
        assertThat(verified(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .replace("List-Unsubscribe=One-Click", "List-Unsubscribe=Two-Click")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .isEqualTo("broken");

        await("the bounce", () -> files(dovecot.mailbox().resolve("new")) == 1);
        fetch();
        assertThat(isBounced(gone)).as(postfix.told()).isTrue();
        assertThat(isBounced(ada)).isFalse();
        assertThat(marketing.report(id).bounced()).containsExactly(new Excluded("hard", 1));
        assertThat(dovecot.processed()).isPositive();
        assertThat(dovecot.inbox()).isZero();

        MimeMessage message;
        try (var in = Files.newInputStream(file)) {
            message = new MimeMessage(Session.getInstance(new Properties()), in);
        }
        var link = message.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
        web.perform(post(link.substring(PublicAddress.URL.length()))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content(message.getHeader("List-Unsubscribe-Post")[0]))
                .andExpect(status().isOk());
        assertThat(isBanned(ada)).isTrue();
        assertThat(marketing.look(readers.campaign(firm)).reach().reached()).isZero();
    }

    @Test
    @Policy("P7")
    void what_a_person_writes_to_that_address_is_kept_and_an_out_of_office_is_not() throws Exception {
        var back = "back+" + "a".repeat(40) + "@letters.halytin.example";
        var words = "From: Eino Salmi <eino@jokivoima.example>\r\nTo: " + back
                + "\r\nMessage-ID: <%s@jokivoima.example>\r\n"
                + "Subject: %s\r\n%s\r\nErase what you keep about me.\r\n";
        deliver("1", words.formatted("own", "My data", ""));
        deliver("2", words.formatted("away", "Out of office", "Auto-Submitted: auto-replied\r\n"));

        fetch();

        assertThat(dovecot.inbox()).isZero();
        assertThat(readers.purposes.as(
                        Purpose.OWNER,
                        () -> readers.jdbc
                                .sql("select subject from mailbox.message where sender = 'eino@jokivoima.example'")
                                .query(String.class)
                                .list()))
                .containsExactly("My data");
    }

    private static void deliver(String name, String message) throws Exception {
        var file = dovecot.mailbox().resolve("new").resolve(name + ".test");
        Files.writeString(file, message);
        Postfix.run("chown", "mail:mail", file.toString());
    }

    private void fetch() {
        recurring.stream().filter(one -> one.name().equals("fetch-mail")).forEach(Recurring::run);
    }

    private String verified(byte[] message) throws Exception {
        var key = "v=DKIM1; k=rsa; p=" + sender.publicKey();
        var process = new ProcessBuilder(PYTHON.toString(), "-c", VERIFY, key)
                .redirectErrorStream(true)
                .start();
        try (var out = process.getOutputStream()) {
            out.write(message);
        }
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said.strip();
    }

    private boolean isBounced(PersonId person) {
        return asked(
                "select exists (select 1 from register.contact_point where person_id = :id and bounced_at is not null)",
                person);
    }

    private boolean isBanned(PersonId person) {
        return asked(
                "select exists (select 1 from register.person where person_id = :id and standing & 1 = 1)", person);
    }

    private boolean asked(String sql, PersonId person) {
        return readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql(sql)
                        .param("id", person.value())
                        .query(Boolean.class)
                        .single());
    }

    private static Path ada() {
        return folder.resolve("readers/ada");
    }

    private static Path only(Path in) throws IOException {
        try (var files = Files.list(in)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static long files(Path in) {
        try (var files = Files.list(in)) {
            return files.count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void await(String what, BooleanSupplier there) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Nothing came of " + what + ": " + postfix.told());
            }
            Thread.sleep(50);
        }
    }
}
