package fi.seloste.demo;

import fi.seloste.mailbox.Mailbox;
import java.io.ByteArrayInputStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Two messages to the privacy address that nobody has looked at yet, from somebody known and from a stranger. No mail server runs in
 * the demonstration, so they come in at the door at which fetched ones arrive.
 */
@Component
@Profile("demo")
class Letterbox implements Chapter {

    private final Mailbox mailbox;

    Letterbox(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void lay(Stage stage) {
        arrives(stage, 5, "mail-erasure.eml");
        arrives(stage, 1, "mail-copy.eml");
    }

    private void arrives(Stage stage, int daysAgo, String message) {
        var at = stage.daysAgo(daysAgo);
        stage.apart(at, () -> mailbox.take(Mailbox.PRIVACY, new ByteArrayInputStream(Script.bytes(message)), at));
    }
}
