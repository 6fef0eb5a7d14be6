package fi.seloste.mailbox;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.Problem;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the head of a message says, as far as it can be said at all. */
final class Letterhead {

    private static final Pattern HEADER_ID = Pattern.compile("<[^<>\\s\\p{Cntrl}]{1," + Limits.HEADER_ID + "}>");

    private static final int LONGEST = 16_000;

    private final MimeMessage message;
    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);

    Letterhead(MimeMessage message) {
        this.message = message;
    }

    Set<Doubt> doubts() {
        return doubts;
    }

    /** One sender with an address that can be one. Of several none is taken: whoever reads would see the one and answer the other. */
    Message.Sender sender() {
        var said = values("From").stream().flatMap(Letterhead::addresses).toList();
        if (said.size() > 1) {
            doubts.add(Doubt.SEVERAL_SENDERS);
            return new Message.Sender(null, null);
        }
        var address = said.isEmpty() ? null : address(said.getFirst());
        if (address == null) {
            doubts.add(Doubt.NO_SENDER);
        }
        var name = said.isEmpty() ? "" : Clean.line(said.getFirst().getPersonal(), Limits.NAME);
        return new Message.Sender(address, name.isEmpty() ? null : name);
    }

    String subject() {
        return Clean.line(first("Subject"), Limits.SUBJECT);
    }

    @Nullable
    String headerId() {
        return ids(first("Message-ID")).findFirst().orElse(null);
    }

    List<String> refersTo() {
        var ids = new LinkedHashSet<String>();
        ids(first("In-Reply-To")).forEach(ids::add);
        ids(first("References")).forEach(ids::add);
        return ids.stream().limit(Limits.REFERENCES).toList();
    }

    @Nullable
    Instant writtenAt() {
        try {
            var date = message.getSentDate();
            var year = date == null
                    ? 0
                    : date.toInstant().atOffset(java.time.ZoneOffset.UTC).getYear();
            return date == null || year < 1980 || year > 2200 ? null : date.toInstant();
        } catch (MessagingException | DateTimeException e) {
            return null;
        }
    }

    /** RFC 3834 and what else machines write of themselves. */
    Nature nature(@Nullable String sender, Set<String> own) {
        if (sender != null && own.contains(EmailAddress.parse(sender).canonical())) {
            return Nature.OWN;
        }
        var local =
                sender == null ? "" : sender.substring(0, sender.indexOf('@')).toLowerCase(Locale.ROOT);
        if (first("Return-Path").strip().equals("<>")
                || first("Content-Type").toLowerCase(Locale.ROOT).startsWith("multipart/report")
                || isSaid("X-Failed-Recipients")
                || local.equals("mailer-daemon")
                || local.equals("postmaster")) {
            return Nature.BOUNCE;
        }
        var precedence = first("Precedence").strip().toLowerCase(Locale.ROOT);
        if (isSaid("List-Id") || isSaid("List-Post") || isSaid("List-Unsubscribe") || precedence.equals("list")) {
            return Nature.LIST;
        }
        var submitted = first("Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        boolean byItself = !submitted.isEmpty() && !submitted.startsWith("no");
        return byItself
                        || isSaid("X-Autoreply")
                        || isSaid("X-Autorespond")
                        || List.of("bulk", "junk", "auto_reply").contains(precedence)
                ? Nature.AUTOMATIC
                : Nature.PERSONAL;
    }

    /** What makes the same message the same, beside its body. */
    List<String> essence() {
        var essence = new ArrayList<String>();
        for (var name : List.of("Message-ID", "From", "Date", "Subject")) {
            essence.add(String.join("\n", values(name)));
        }
        return essence;
    }

    private static @Nullable String address(InternetAddress said) {
        try {
            return EmailAddress.parse(String.valueOf(said.getAddress())).value();
        } catch (Problem.Invalid e) {
            return null;
        }
    }

    private static Stream<InternetAddress> addresses(String header) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(header, false));
        } catch (AddressException e) {
            return Stream.empty();
        }
    }

    static Stream<String> ids(String header) {
        return HEADER_ID.matcher(header).results().map(found -> found.group());
    }

    private boolean isSaid(String name) {
        return !first(name).isBlank();
    }

    private String first(String name) {
        return values(name).stream().findFirst().orElse("");
    }

    private List<String> values(String name) {
        try {
            var values = message.getHeader(name);
            return values == null
                    ? List.of()
                    : Arrays.stream(values)
                            .limit(5)
                            .map(value -> Clean.shortened(value, LONGEST))
                            .toList();
        } catch (MessagingException e) {
            return List.of();
        }
    }
}
