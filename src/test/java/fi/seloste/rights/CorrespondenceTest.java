package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.installation.Setting;
import fi.seloste.store.LiveSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Recurring;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The whole way there and back: a letter leaves by a real mail server, its answer comes to the mailbox, and joins the request. */
@DatabaseTest
@Import(Office.class)
class CorrespondenceTest {

    private static final String PRIVACY = "privacy@firm.example";
    private static final String AUNE = "aune.post@jokivoima.example";

    @Autowired
    Office office;

    @Autowired
    Inbox inbox;

    @Autowired
    LiveSettings settings;

    @Autowired
    List<Recurring> recurring;

    private GreenMail server;

    @BeforeEach
    void a_mail_server() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
        });
        server.start();
        server.setUser(PRIVACY, "privacy", "secret");
        server.setUser(AUNE, "aune", "secret");
        set(Setting.IMAP_HOST, "127.0.0.1");
        set(Setting.IMAP_PORT, String.valueOf(server.getImap().getPort()));
        set(Setting.IMAP_USER, "privacy");
        set(Setting.IMAP_PASSWORD, "secret");
        set(Setting.MAIL_HOST, "127.0.0.1");
        set(Setting.MAIL_PORT, String.valueOf(server.getSmtp().getPort()));
        set(Setting.MAIL_FROM, PRIVACY);
    }

    @AfterEach
    void the_server_goes() {
        server.stop();
    }

    @Test
    @Policy({"R35", "R36"})
    void a_request_by_mail_gets_its_receipt_and_the_answer_to_the_receipt_joins_it() throws Exception {
        write(null, "Tietopyyntö", "Haluan kopion tiedoistani.");
        arrive();
        assertThat(server.getReceivedMessagesForDomain("jokivoima.example")).isEmpty();
        var arrival = inbox.list("waiting", null, 10).getFirst();

        var request = inbox.take(arrival.id(), new Inbox.Taken(Right.ACCESS, AUNE, "Aune", "fi"), Office.SIRPA);
        sendLetters();
        var receipt = server.getReceivedMessagesForDomain("jokivoima.example")[0];
        assertThat(receipt.getSubject()).contains(request.number());
        assertThat(receipt.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(receipt.getMessageID()).endsWith("@firm.example>");

        write(receipt.getMessageID(), "kiitos", "Käytän myös toista osoitetta.");
        arrive();

        assertThat(inbox.list("joined", null, 10))
                .singleElement()
                .satisfies(joined -> assertThat(joined.request()).isEqualTo(request.id()));
        assertThat(inbox.waiting().count()).isZero();
        sendLetters();
        assertThat(server.getReceivedMessagesForDomain("jokivoima.example")).hasSize(1);
    }

    private void write(@Nullable String answering, String subject, String words) throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(server.getSmtp().getPort()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("Aune Posti <" + AUNE + ">");
        message.setRecipients(Message.RecipientType.TO, PRIVACY);
        message.setSubject(subject, "utf-8");
        message.setText(words, "utf-8");
        if (answering != null) {
            message.setHeader("In-Reply-To", answering);
        }
        Transport.send(message);
    }

    private void arrive() {
        recurring.stream().filter(one -> one.name().equals("fetch-mail")).forEach(Recurring::run);
        office.work();
    }

    private void sendLetters() {
        var letters = office.asOwner(() -> office.jdbc
                .sql("select letter_id from store.letter where sent_at is null")
                .query(UUID.class)
                .list());
        office.jobs.stream()
                .filter(job -> job.name().equals("letter"))
                .forEach(job -> letters.forEach(letter -> job.run(letter.toString())));
    }

    private void set(Setting setting, String value) {
        office.purposes.as(Purpose.TECHNICAL, () -> settings.put(setting, value, null));
    }
}
