package fi.seloste.demo;

import fi.seloste.installation.Setting;
import fi.seloste.mailbox.Sorter;
import fi.seloste.store.LiveSettings;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What guests' calendar programs answer to the invitation in their letter. No mail server runs in the demonstration, so the answers are handed to whoever
 * looks through fetched messages first; they are read and proved like any other.
 */
@Component
@Profile("demo")
class CalendarAnswers {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final LiveSettings settings;
    private final List<Sorter> sorters;
    private final Mail mail;
    private final Purposes purposes;

    CalendarAnswers(LiveSettings settings, List<Sorter> sorters, Mail mail, Purposes purposes) {
        this.settings = settings;
        this.sorters = List.copyOf(sorters);
        this.mail = mail;
        this.purposes = purposes;
    }

    /** From now on invitations ask for an answer. */
    void areRead(Stage stage) {
        purposes.as(Purpose.TECHNICAL, () -> {
            settings.put(
                    Setting.MAIL_ANSWERS,
                    "events@halytin.example",
                    stage.crew.aino().actor().staff());
            return true;
        });
    }

    void answer(String email, String answer, String words, Instant at) {
        mail.newest(200).stream()
                .filter(letter -> letter.recipient().equals(email) && letter.fileName() != null)
                .flatMap(letter -> mail.file(letter.letterId()).stream())
                .filter(file -> file.text().contains("ORGANIZER"))
                .findFirst()
                .ifPresent(invited ->
                        arrives(reply(invited.text().replaceAll("\r?\n[ \t]", ""), email, answer, words, at)));
    }

    private void arrives(String message) {
        for (var sorter : sorters) {
            if (sorter.readsPeople()
                    && sorter.takes(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)))) {
                return;
            }
        }
    }

    private static String reply(String invited, String email, String answer, String words, Instant at) {
        var organizer = line(invited, "ORGANIZER[^:\\r\\n]*:(?i:mailto:)?(\\S+)");
        return """
                From: %1$s
                To: %2$s
                Subject: %3$s
                Message-ID: <%4$s.%3$s@%5$s>
                MIME-Version: 1.0
                Content-Type: text/calendar; charset=utf-8; method=REPLY
                Content-Transfer-Encoding: 8bit

                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Almanakka//Calendar//FI
                METHOD:REPLY
                BEGIN:VEVENT
                UID:%6$s
                SEQUENCE:%7$s
                DTSTAMP:%8$s
                ORGANIZER:mailto:%2$s
                ATTENDEE;PARTSTAT=%3$s:mailto:%1$s
                %9$s
                END:VEVENT
                END:VCALENDAR
                """.formatted(
                        email,
                        organizer,
                        answer,
                        at.getEpochSecond(),
                        email.substring(email.indexOf('@') + 1),
                        line(invited, "UID:(\\S+)"),
                        line(invited, "SEQUENCE:(\\d+)"),
                        STAMP.format(at),
                        words.isEmpty() ? "COMMENT:" : "COMMENT:" + words)
                .replace("\n", "\r\n");
    }

    private static String line(String calendar, String pattern) {
        var found = Pattern.compile(pattern).matcher(calendar);
        return Objects.requireNonNull(found.find() ? found.group(1) : null, pattern);
    }
}
