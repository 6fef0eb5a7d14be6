package fi.seloste.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks the sorters about a message that was fetched. */
@Component
class Sorting {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final List<Sorter> sorters;

    Sorting(List<Sorter> sorters) {
        this.sorters = List.copyOf(sorters);
    }

    /**
     * Whether nothing more is to be done with it. What a person wrote is correspondence, whichever address it came to, and may be a request. In the box
     * to which messages come back, what no sorter knows and no person wrote is put away unread.
     */
    boolean isDone(String box, RawMessage raw) {
        boolean ofAPerson = isOfAPerson(raw);
        for (var sorter : sorters) {
            if (ofAPerson && !sorter.readsPeople()) {
                continue;
            }
            try (var in = new BufferedInputStream(raw.open())) {
                if (sorter.takes(in)) {
                    return true;
                }
            } catch (IOException e) {
                throw new UncheckedIOException("A message that was laid aside could not be read", e);
            }
        }
        return !ofAPerson && box.equals(Mailbox.RETURNS);
    }

    private static boolean isOfAPerson(RawMessage raw) {
        try (var in = raw.open()) {
            var head = new Letterhead(new MimeMessage(SESSION, in));
            return head.nature(head.sender().address(), Set.of()).mayBeAnswered();
        } catch (MessagingException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("A message that was laid aside could not be read", e);
        }
    }
}
