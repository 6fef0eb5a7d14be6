package fi.seloste.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text as quoted-printable (RFC 2045, 6.7), many times faster than a stream that is asked for each byte: of a campaign this is most of the work. No line
 * begins with a dot, so that none need be doubled for SMTP, nor with a "From " that an old mailbox would take for a new message.
 */
final class QuotedPrintable {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int LINE = 75; // and the mark of a soft break

    private final byte[] text;
    private byte[] out;
    private int size;
    private int column;

    private QuotedPrintable(String text) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.out = new byte[this.text.length + this.text.length / 8 + 128];
    }

    static byte[] of(String text) {
        return new QuotedPrintable(text).encoded();
    }

    private byte[] encoded() {
        int i = 0;
        while (i < text.length) {
            int many = plainRun(i);
            if (many > 0) {
                grow(many);
                System.arraycopy(text, i, out, size, many);
                size += many;
                column += many;
                i += many;
            } else {
                one(i++);
            }
        }
        return Arrays.copyOf(out, size);
    }

    /** How many from here stand for themselves on this line. Where a line begins each is looked at by itself. */
    private int plainRun(int from) {
        int end = column == 0 || column == LINE ? from : Math.min(text.length - 1, from + LINE - column);
        int i = from;
        while (i < end && isInner(text[i])) {
            i++;
        }
        // A blank before the end of a line would be lost on the way.
        while (i > from && text[i - 1] == ' ' && text[i] < ' ') {
            i--;
        }
        return i - from;
    }

    private static boolean isInner(byte one) {
        return one >= ' ' && one < 127 && one != '=';
    }

    private void one(int i) {
        grow(8);
        byte one = text[i];
        if (one == '\r' && i + 1 < text.length && text[i + 1] == '\n') {
            return;
        }
        if (one == '\n') {
            line();
        } else if (isPlain(one, i)) {
            room(1);
            out[size++] = one;
            column++;
        } else {
            room(3);
            out[size++] = '=';
            out[size++] = HEX[(one >> 4) & 0xf];
            out[size++] = HEX[one & 0xf];
            column += 3;
        }
    }

    private void grow(int more) {
        if (size + more > out.length) {
            out = Arrays.copyOf(out, out.length + out.length / 2 + more);
        }
    }

    private boolean isPlain(byte one, int i) {
        if (one == ' ' || one == '\t') {
            return i + 1 < text.length && text[i + 1] != '\n' && text[i + 1] != '\r';
        }
        if (column == 0 || column == LINE) {
            return one > ' ' && one < 127 && one != '=' && one != '.' && one != 'F';
        }
        return one > ' ' && one < 127 && one != '=';
    }

    private void room(int letters) {
        if (column + letters > LINE) {
            out[size++] = '=';
            line();
        }
    }

    private void line() {
        out[size++] = '\r';
        out[size++] = '\n';
        column = 0;
    }
}
