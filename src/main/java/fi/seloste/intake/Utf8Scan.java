package fi.seloste.intake;

import java.io.IOException;
import java.io.InputStream;

/** Whether a whole file is UTF-8 in the strict sense: letters of several bytes, and places where such a letter breaks. */
final class Utf8Scan {

    private long letters;
    private long broken;
    private long line = 1;
    private long firstBrokenLine;
    private int due;
    private int lowest = 0x80;
    private int highest = 0xBF;

    static Utf8Scan of(Source source) throws IOException {
        var scan = new Utf8Scan();
        var buffer = new byte[1 << 16];
        try (InputStream in = source.open()) {
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                scan.take(buffer, read);
            }
        }
        if (scan.due > 0) {
            scan.breaks();
        }
        return scan;
    }

    private void take(byte[] buffer, int length) {
        for (var i = 0; i < length; i++) {
            var b = buffer[i];
            if (b >= 0 && due == 0) {
                line += b == '\n' ? 1 : 0;
            } else if (due > 0) {
                follows(b & 0xFF);
            } else {
                begins(b & 0xFF);
            }
        }
    }

    private void follows(int b) {
        if (b < lowest || b > highest) {
            breaks();
            if (b < 0x80) {
                line += b == '\n' ? 1 : 0;
            } else {
                begins(b);
            }
            return;
        }
        due--;
        lowest = 0x80;
        highest = 0xBF;
        letters += due == 0 ? 1 : 0;
    }

    // RFC 3629: no overlong forms, no surrogates, nothing beyond U+10FFFF
    private void begins(int b) {
        if (b < 0xC2 || b > 0xF4) {
            breaks();
            return;
        }
        due = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    }

    private void breaks() {
        due = 0;
        lowest = 0x80;
        highest = 0xBF;
        broken++;
        if (firstBrokenLine == 0) {
            firstBrokenLine = line;
        }
    }

    long letters() {
        return letters;
    }

    long broken() {
        return broken;
    }

    long firstBrokenLine() {
        return firstBrokenLine;
    }
}
