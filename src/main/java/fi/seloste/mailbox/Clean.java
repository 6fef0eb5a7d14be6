package fi.seloste.mailbox;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes text of what others wrote: no control characters, nothing that turns the direction of reading, no more than is kept. */
final class Clean {

    private static final Pattern UNWANTED = Pattern.compile(
            "[\\p{Cntrl}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\u200B\\u2060\\uFEFF]|\\p{Cs}|[\\uFFFE\\uFFFF]");

    private Clean() {}

    /** A header in one line: encoded words may hide a line break, and a line break is a second header. */
    static String line(@Nullable String header, int most) {
        if (header == null) {
            return "";
        }
        var text = unwanted(decoded(header)).replaceAll("\\s+", " ").strip();
        return shortened(text, most);
    }

    /** A text of lines, without the empty ones at its ends and more than two of them in a row. */
    static String text(String written) {
        var lines = written.replace("\r\n", "\n").replace('\r', '\n');
        return unwanted(lines)
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{4,}", "\n\n\n")
                .strip();
    }

    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }

    /** In the charset that is said, where there is such a one and it fits; else as UTF-8 where that fits, else as Windows has it. */
    static String decoded(byte[] bytes, @Nullable String charset) {
        var said = charset == null ? null : known(charset);
        if (said != null) {
            var fits = fitting(bytes, said);
            if (fits != null) {
                return fits;
            }
        }
        var utf8 = fitting(bytes, StandardCharsets.UTF_8);
        return utf8 != null ? utf8 : new String(bytes, Charset.forName("windows-1252"));
    }

    private static @Nullable Charset known(String charset) {
        try {
            return Charset.forName(MimeUtility.javaCharset(charset.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static @Nullable String fitting(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException e) {
            return header;
        }
    }

    private static String unwanted(String text) {
        return UNWANTED.matcher(text).replaceAll("");
    }
}
