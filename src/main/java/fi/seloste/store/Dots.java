package fi.seloste.store;

import java.io.ByteArrayOutputStream;

/** The lines of a mail as SMTP wants them. */
final class Dots {

    private Dots() {}

    /** Lines that begin with a dot begin with two (RFC 5321, 4.5.2). Parts follow one another, and each begins a line. */
    static byte[] doubled(byte[]... parts) {
        var out = new ByteArrayOutputStream(32_000);
        for (var part : parts) {
            int from = 0;
            for (int i = 0; i < part.length; i++) {
                if (part[i] == '.' && (i == 0 || part[i - 1] == '\n')) {
                    out.write(part, from, i - from);
                    out.write('.');
                    from = i;
                }
            }
            out.write(part, from, part.length - from);
        }
        return out.toByteArray();
    }

    /** Every line ends with both letters, and the last one ends too (RFC 5321, 2.3.8). */
    static byte[] whole(byte[] mail) {
        var out = new ByteArrayOutputStream(mail.length + 64);
        int from = 0;
        for (int i = 0; i < mail.length; i++) {
            boolean alone = mail[i] == '\n'
                    ? i == 0 || mail[i - 1] != '\r'
                    : mail[i] == '\r' && (i + 1 == mail.length || mail[i + 1] != '\n');
            if (alone) {
                out.write(mail, from, i - from);
                out.write('\r');
                out.write('\n');
                from = i + 1;
            }
        }
        out.write(mail, from, mail.length - from);
        if (mail.length == 0 || (mail[mail.length - 1] != '\n' && mail[mail.length - 1] != '\r')) {
            out.write('\r');
            out.write('\n');
        }
        return out.toByteArray();
    }
}
