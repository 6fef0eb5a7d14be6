package fi.seloste.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.CharsetDetector;
import fi.seloste.base.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Set;

/** How the bytes of a file are letters, and how many bytes its byte-order mark takes. */
public record Encoding(Charset charset, int mark) {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Scripts that Windows-1252 cannot be taken for; only these are believed of the statistical detector. */
    private static final Set<String> OTHER_SCRIPTS = Set.of(
            "KOI8-R",
            "windows-1251",
            "ISO-8859-5",
            "ISO-8859-7",
            "windows-1253",
            "windows-1255",
            "windows-1256",
            "Shift_JIS",
            "GB18030",
            "EUC-JP",
            "EUC-KR",
            "Big5");

    /** Bytes that are Nordic letters, dashes, quotes or the euro sign in Windows-1252. */
    private static final String NORDIC = "åäöÅÄÖéÉüÜøØæÆšžŠŽ–—‘’“”…•€§°´ \u00A0";

    static Encoding detect(Source source, byte[] head) throws IOException {
        var marked = marked(head);
        if (marked != null && marked.charset != UTF_8) {
            return marked;
        }
        var wide = wide(head);
        if (wide != null) {
            return wide;
        }
        var scan = Utf8Scan.of(source);
        if (scan.broken() == 0) {
            return marked == null ? new Encoding(UTF_8, 0) : marked;
        }
        // Text in Windows-1252 hardly ever forms whole UTF-8 letters, so a file that mostly does was UTF-8 and has been
        // damaged.
        if (marked != null || scan.letters() > scan.broken()) {
            throw Problem.invalid("file", "intake.file.wrongEncoding", Long.toString(scan.firstBrokenLine()));
        }
        return new Encoding(singleByte(head), 0);
    }

    private static @org.jspecify.annotations.Nullable Encoding marked(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(UTF_8, 3);
        }
        if (starts(head, 0xFF, 0xFE, 0, 0)) {
            return new Encoding(Charset.forName("UTF-32LE"), 4);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return new Encoding(UTF_16LE, 2);
        }
        return starts(head, 0xFE, 0xFF) ? new Encoding(UTF_16BE, 2) : null;
    }

    /** UTF-16 without its mark: every second byte of Latin text is zero. */
    private static @org.jspecify.annotations.Nullable Encoding wide(byte[] head) {
        var even = 0;
        var odd = 0;
        for (var i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                var ignored = i % 2 == 0 ? even++ : odd++;
            }
        }
        var pairs = head.length / 2;
        if (odd > pairs * 0.4 && even < pairs * 0.1) {
            return new Encoding(UTF_16LE, 0);
        }
        return even > pairs * 0.4 && odd < pairs * 0.1 ? new Encoding(UTF_16BE, 0) : null;
    }

    private static Charset singleByte(byte[] head) {
        var text = new String(head, WINDOWS_1252);
        var high = text.chars().filter(c -> c > 127).count();
        var nordic = text.chars().filter(c -> NORDIC.indexOf(c) >= 0).count();
        if (high == 0 || nordic * 10 >= high * 7) {
            return latin(head);
        }
        var detector = new CharsetDetector();
        detector.setText(head);
        var found = detector.detect();
        return found != null && found.getConfidence() >= 40 && OTHER_SCRIPTS.contains(found.getName())
                ? Charset.forName(found.getName())
                : latin(head);
    }

    // Windows-1252 is ISO 8859-1 with letters in place of the second set of control codes; five codes it leaves
    // undefined.
    private static Charset latin(byte[] head) {
        for (var b : head) {
            var code = b & 0xFF;
            if (code == 0x81 || code == 0x8D || code == 0x8F || code == 0x90 || code == 0x9D) {
                return ISO_8859_1;
            }
        }
        return WINDOWS_1252;
    }

    static boolean starts(byte[] head, int... bytes) {
        for (var i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    String text(byte[] head) {
        return mark >= head.length ? "" : new String(Arrays.copyOfRange(head, mark, head.length), charset);
    }

    Reader reader(Source source) {
        try {
            InputStream in = source.open();
            in.skipNBytes(mark);
            return new InputStreamReader(in, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As people call it: "UTF-8 with BOM", "Windows-1252". */
    public String title() {
        var name = charset.equals(WINDOWS_1252) ? "Windows-1252" : charset.name();
        return mark > 0 && charset.equals(UTF_8) ? name + " (BOM)" : name;
    }
}
