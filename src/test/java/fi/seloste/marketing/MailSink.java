package fi.seloste.marketing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.seloste.installation.Setting;
import fi.seloste.store.LiveSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** A mail server that keeps what it takes. */
@TestComponent
public class MailSink {

    private final LiveSettings settings;
    private final Purposes purposes;
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    MailSink(LiveSettings settings, Purposes purposes) {
        this.settings = settings;
        this.purposes = purposes;
        server.start();
    }

    /** Before each test: empty, and set as the house's mail server. */
    public void open() {
        reset();
        at(server.getSmtp().getPort());
    }

    /** As if it stood at another port, where something else listens or nothing. */
    void at(int port) {
        set(Setting.MAIL_HOST, "127.0.0.1");
        set(Setting.MAIL_PORT, String.valueOf(port));
        set(Setting.MAIL_FROM, "letters@halytin.example");
    }

    private void set(Setting setting, String value) {
        purposes.as(Purpose.TECHNICAL, () -> settings.put(setting, value, null));
    }

    public void reset() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<MimeMessage> messages() {
        return List.of(server.getReceivedMessages());
    }

    /** Who got something, once for each message. */
    public List<String> readers() {
        return messages().stream().map(MailSink::reader).sorted().toList();
    }

    private static String reader(MimeMessage message) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .findFirst()
                    .orElseThrow()
                    .toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
