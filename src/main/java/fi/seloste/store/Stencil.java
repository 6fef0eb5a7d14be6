package fi.seloste.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Words of which most are the same for every reader: those are quoted for the wire once, and between them are gaps for what is each reader's own. A soft
 * break stands on either side of what fills a gap, so no line grows too long, whoever reads it.
 */
public final class Stencil {

    private static final byte[] SOFT_BREAK = "=\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<String> pieces;
    private final List<byte[]> quoted;

    private Stencil(List<String> pieces) {
        this.pieces = List.copyOf(pieces);
        this.quoted = pieces.stream().map(QuotedPrintable::of).toList();
    }

    /** With a gap between each two pieces. */
    public static Stencil of(List<String> pieces) {
        return new Stencil(pieces);
    }

    /** For one reader, who has something of their own for each gap. */
    public Filled with(List<String> own) {
        if (own.size() != pieces.size() - 1) {
            throw new IllegalArgumentException(own.size() + " texts for " + (pieces.size() - 1) + " gaps");
        }
        return new Filled(this, own);
    }

    /** Words to one reader. */
    public record Filled(Stencil stencil, List<String> own) {

        /** Words without a gap. */
        public static Filled whole(String words) {
            return Stencil.of(List.of(words)).with(List.of());
        }

        public String text() {
            var text = new StringBuilder(stencil.pieces.getFirst());
            for (int i = 0; i < own.size(); i++) {
                text.append(own.get(i)).append(stencil.pieces.get(i + 1));
            }
            return text.toString();
        }

        /** As quoted-printable (RFC 2045, 6.7); it begins on a line of its own. */
        void writeTo(ByteArrayOutputStream out) {
            boolean inLine = write(stencil.quoted.getFirst(), false, out);
            for (int i = 0; i < own.size(); i++) {
                inLine = write(QuotedPrintable.of(own.get(i)), inLine, out);
                inLine = write(stencil.quoted.get(i + 1), inLine, out);
            }
        }

        /** Each piece was quoted as if a line began with it. */
        private static boolean write(byte[] piece, boolean inLine, ByteArrayOutputStream out) {
            if (piece.length == 0) {
                return inLine;
            }
            if (inLine) {
                out.writeBytes(SOFT_BREAK);
            }
            out.writeBytes(piece);
            return piece[piece.length - 1] != '\n';
        }
    }
}
