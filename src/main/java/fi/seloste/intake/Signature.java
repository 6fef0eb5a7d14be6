package fi.seloste.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fi.seloste.base.Problem;
import java.util.regex.Pattern;

/** What a file is when it is not a list: each kind has a sentence that says how to make a list of it. */
final class Signature {

    private static final Pattern MARKUP =
            Pattern.compile("<(!doctype|html|\\?xml|table|meta)", Pattern.CASE_INSENSITIVE);

    private Signature() {}

    static void refuseBinary(byte[] head) {
        var start = new String(head, 0, Math.min(head.length, 8192), ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004")) {
            throw refused(
                    start.contains("xl/") || start.contains("[Content_Types].xml")
                            ? "excel"
                            : start.contains("opendocument.spreadsheet") ? "openDocument" : "zip");
        }
        if (Encoding.starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw refused("excel");
        }
        if (start.startsWith("%PDF")) {
            throw refused("pdf");
        }
        if (Encoding.starts(head, 0x1F, 0x8B) || start.startsWith("7z\u00BC\u00AF") || start.startsWith("Rar!")) {
            throw refused("zip");
        }
        if (Encoding.starts(head, 0x89, 'P', 'N', 'G')
                || Encoding.starts(head, 0xFF, 0xD8, 0xFF)
                || start.startsWith("GIF8")) {
            throw refused("image");
        }
    }

    /** Text that is no list, and bytes that are no text. */
    static void refuseText(String text) {
        var start = text.stripLeading();
        if (MARKUP.matcher(start).lookingAt()) {
            throw refused("markup");
        }
        if (start.startsWith("{\\rtf")) {
            throw refused("binary");
        }
        if (start.startsWith("{") || start.startsWith("[{")) {
            throw refused("json");
        }
        var controls = text.chars()
                .filter(c -> c < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A)
                .count();
        if (controls * 200 > text.length() || text.indexOf('\0') >= 0) {
            throw refused("binary");
        }
    }

    private static Problem refused(String kind) {
        return Problem.invalid("file", "intake.file." + kind);
    }
}
