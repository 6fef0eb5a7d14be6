package fi.seloste.senders;

import fi.seloste.store.Seal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Signs messages for a domain (RFC 6376: rsa-sha256, relaxed/relaxed). RFC 8058, 4: the headers of the way out must be signed, or mail programs
 * show no button. What says who writes to whom is signed once more than it stands there, so that nobody adds a second one.
 */
final class DkimSeal implements Seal {

    private static final List<String> SIGNED_AND_CLOSED = List.of("From", "To", "Subject", "Date", "Reply-To");
    private static final List<String> SIGNED = List.of(
            "Message-ID",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
            "List-Id",
            "List-Help",
            "List-Owner",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Auto-Submitted",
            "Feedback-ID",
            ReturnToken.HEADER);
    private static final int LINE = 70;

    private final String domain;
    private final String selector;
    private final Clock clock;
    private final Signature signature;

    DkimSeal(Sender.Domain domain, PrivateKey key, Clock clock) {
        this.domain = domain.name();
        this.selector = domain.selector();
        this.clock = clock;
        try {
            this.signature = Signature.getInstance("SHA256withRSA");
            this.signature.initSign(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key of " + domain.name() + " does not sign", e);
        }
    }

    /** One line uses one seal, and the signature is used again and again: to begin anew each time costs more than to sign. */
    @Override
    public synchronized String over(byte[] message) {
        int end = headEnd(message);
        var fields = fields(new String(message, 0, end, StandardCharsets.ISO_8859_1));
        var names = new ArrayList<String>();
        var signed = new StringBuilder();
        SIGNED_AND_CLOSED.forEach(name -> {
            take(name, fields, names, signed);
            names.add(name);
        });
        SIGNED.forEach(name -> take(name, fields, names, signed));
        var unsigned =
                "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s;\r\n\tt=%d;%s;\r\n\tbh=%s;\r\n\tb="
                        .formatted(
                                domain,
                                selector,
                                clock.instant().getEpochSecond(),
                                named(names),
                                base64(bodyHash(message, end)));
        signed.append(relaxed(unsigned));
        return unsigned + folded(sign(signed.toString())) + "\r\n";
    }

    private static void take(String name, List<String> fields, List<String> names, StringBuilder signed) {
        for (int i = fields.size() - 1; i >= 0; i--) {
            var field = fields.get(i);
            if (field.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                names.add(name);
                signed.append(relaxed(field)).append("\r\n");
            }
        }
    }

    private static int headEnd(byte[] message) {
        for (int i = 0; i + 3 < message.length; i++) {
            if (message[i] == '\r' && message[i + 1] == '\n' && message[i + 2] == '\r' && message[i + 3] == '\n') {
                return i + 2;
            }
        }
        return message.length;
    }

    /** Each with the lines that it is folded into. */
    private static List<String> fields(String head) {
        return List.of(head.split("\r\n(?![ \t])"));
    }

    // RFC 6376, 3.4.2: name in lower case, unfolded, white space as one, none at the end nor about the colon
    static String relaxed(String field) {
        int colon = field.indexOf(':');
        var value = field.substring(colon + 1).replace("\r\n", "").replaceAll("[ \t]+", " ");
        return field.substring(0, colon).toLowerCase(Locale.ROOT).strip() + ":" + value.strip();
    }

    // RFC 6376, 3.4.4: white space within a line as one, none at its end, no empty lines at the end
    private static byte[] bodyHash(byte[] message, int headEnd) {
        var digest = sha256();
        int from = Math.min(message.length, headEnd + 2);
        int empty = 0;
        while (from < message.length) {
            int end = from;
            while (end < message.length && message[end] != '\r') {
                end++;
            }
            var line = relaxedLine(message, from, end);
            if (line.length == 0) {
                empty++;
            } else {
                for (; empty > 0; empty--) {
                    digest.update(new byte[] {'\r', '\n'});
                }
                digest.update(line);
                digest.update(new byte[] {'\r', '\n'});
            }
            from = end + 2;
        }
        return digest.digest();
    }

    private static byte[] relaxedLine(byte[] message, int from, int end) {
        var line = new byte[end - from];
        int length = 0;
        boolean space = false;
        for (int i = from; i < end; i++) {
            if (message[i] == ' ' || message[i] == '\t') {
                space = true;
                continue;
            }
            if (space) {
                line[length++] = ' ';
                space = false;
            }
            line[length++] = message[i];
        }
        return java.util.Arrays.copyOf(line, length);
    }

    private String sign(String signed) {
        try {
            signature.update(signed.getBytes(StandardCharsets.ISO_8859_1));
            return base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A message could not be signed", e);
        }
    }

    /** White space may stand about a colon only. */
    private static String named(List<String> names) {
        var lines = new StringBuilder("\r\n\th=");
        int length = 0;
        for (var name : names) {
            if (length > 0) {
                lines.append(length > LINE - 25 ? ":\r\n\t" : ":");
                length = length > LINE - 25 ? 0 : length;
            }
            lines.append(name);
            length += name.length() + 1;
        }
        return lines.toString();
    }

    private static String folded(String text) {
        var folded = new StringBuilder();
        for (int from = 0; from < text.length(); from += LINE) {
            folded.append(from == 0 ? "" : "\r\n\t").append(text, from, Math.min(text.length(), from + LINE));
        }
        return folded.toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
