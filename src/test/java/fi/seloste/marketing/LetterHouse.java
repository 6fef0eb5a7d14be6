package fi.seloste.marketing;

import fi.seloste.Zone;
import fi.seloste.base.OrganisationId;
import fi.seloste.mailbox.Sorter;
import fi.seloste.senders.Sender;
import fi.seloste.senders.Senders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** A sender with everything in DNS, campaigns in its name, and what servers write about them. */
@TestComponent
class LetterHouse {

    final Readers readers;
    final Senders senders;
    final Sending sending;
    final MailSink sink;
    private final List<Sorter> sorters;
    private UUID sender;

    LetterHouse(Readers readers, Senders senders, Sending sending, MailSink sink, List<Sorter> sorters) {
        this.readers = readers;
        this.senders = senders;
        this.sending = sending;
        this.sink = sink;
        this.sorters = sorters;
    }

    /** One for the class; its records stand in DNS. */
    UUID sender() {
        if (sender == null) {
            var wish = new Sender.Wish(
                    new Sender.Face("Halytin news", "news@letters.halytin.example", null),
                    new Sender.Domain("letters.halytin.example", "s1", "back@letters.halytin.example", null));
            sender = senders.make(wish, null, Readers.JENNY);
        }
        senders.recordsOf(senders.get(sender)).forEach(record -> Zone.says(record.name(), record.value()));
        senders.look(sender);
        return sender;
    }

    /** A campaign to everybody at a firm that has left. */
    UUID sent(OrganisationId firm) {
        var id = waiting(firm);
        sending.run();
        return id;
    }

    UUID waiting(OrganisationId firm) {
        var id = readers.campaign(firm, new Campaign.Sender("", null, sender()));
        readers.marketing.send(id, Readers.JENNY);
        return id;
    }

    /** Where the message to somebody comes back to. */
    String returnPath(String reader) throws Exception {
        for (var message : sink.messages()) {
            if (message.getAllRecipients()[0].toString().equals(reader)) {
                return message.getHeader("Return-Path")[0].replaceAll("[<>]", "");
            }
        }
        throw new AssertionError("Nothing came to " + reader);
    }

    static String token(String returnPath) {
        return returnPath.substring(returnPath.indexOf('+') + 1, returnPath.indexOf('@'));
    }

    /** Whether anything took it. */
    boolean comes(String message) {
        var bytes = message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return sorters.stream().anyMatch(sorter -> sorter.takes(new ByteArrayInputStream(bytes)));
    }

    /** As a mail server writes it (RFC 3464). */
    static String bounce(String returnPath, String action, String status, String words) {
        return """
                Return-Path: <>
                From: Mail Delivery System <MAILER-DAEMON@mx.firm.example>
                To: %1$s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.firm.example
                Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0200 (EET)

                Final-Recipient: rfc822; somebody@firm.example
                Original-Recipient: rfc822;somebody@firm.example
                Action: %2$s
                Status: %3$s
                Remote-MTA: dns; mx.firm.example
                Diagnostic-Code: smtp; %4$s

                --b1
                Content-Type: text/rfc822-headers

                Return-Path: <%1$s>
                Subject: Syksyn uutiset

                --b1--
                """.formatted(returnPath, action, status, words);
    }

    /** As a provider of mailboxes writes it when its user presses "spam" (RFC 5965); what could name the user is taken out. */
    static String complaint(String token, String type) {
        return """
                From: <fbl@mailboxes.example>
                To: abuse@halytin.example
                Subject: complaint about message
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary="b2"

                --b2
                Content-Type: text/plain

                This is an email abuse report.

                --b2
                Content-Type: message/feedback-report

                Feedback-Type: %2$s
                User-Agent: Mailboxes/1.0
                Version: 1

                --b2
                Content-Type: message/rfc822

                From: Halytin news <news@letters.halytin.example>
                To: redacted@mailboxes.example
                Seloste-Return: %1$s
                Subject: Syksyn uutiset

                Hei!

                --b2--
                """.formatted(token, type);
    }
}
