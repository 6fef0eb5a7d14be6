package fi.seloste.intake;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cards of a vCard file (2.1, 3.0, 4.0) as rows. Cards are cut out one by one, so that a file of many is read in little memory
 * and each is named by the line it begins on; pictures and sounds are left out while reading.
 */
final class CardRows implements Rows {

    static final List<String> HEADERS = CardCells.HEADERS;

    private static final int LONGEST_CARD = 1 << 20;
    private static final Pattern MEDIA =
            Pattern.compile("(?:[\\w-]+\\.)?(PHOTO|LOGO|SOUND|KEY)[;:].*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final BufferedReader lines;
    private long line;

    CardRows(Source source, FileFormat format) {
        lines = new BufferedReader(format.encoding().reader(source));
    }

    @Override
    public Iterator<Row> iterator() {
        return new Iterator<>() {
            private @Nullable Row next = read();

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Row next() {
                var row = next;
                if (row == null) {
                    throw new NoSuchElementException();
                }
                next = read();
                return row;
            }
        };
    }

    private @Nullable Row read() {
        try {
            for (var text = nextLine(); text != null; text = nextLine()) {
                if (text.strip().equalsIgnoreCase("BEGIN:VCARD")) {
                    var start = line;
                    return row(start, card());
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text up to the card's end, or what there is when the end is missing. */
    private Cut card() throws IOException {
        var text = new StringBuilder("BEGIN:VCARD\r\n");
        var depth = 1;
        var media = false;
        for (var next = nextLine(); next != null; next = nextLine()) {
            var bare = next.strip();
            var continued = next.startsWith(" ") || next.startsWith("\t") || bare.isEmpty();
            media = continued ? media : MEDIA.matcher(next).matches();
            if (!media && text.length() < LONGEST_CARD) {
                text.append(next).append("\r\n");
            }
            depth += bare.equalsIgnoreCase("BEGIN:VCARD") ? 1 : bare.equalsIgnoreCase("END:VCARD") ? -1 : 0;
            if (depth == 0) {
                return new Cut(text.toString(), true);
            }
        }
        return new Cut(text.append("END:VCARD\r\n").toString(), false);
    }

    private record Cut(String text, boolean ended) {}

    private @Nullable String nextLine() throws IOException {
        line++;
        return lines.readLine();
    }

    private static Row row(long line, Cut cut) throws IOException {
        var cells = new CardCells();
        try (var reader = new VObjectReader(new StringReader(cut.text()), SyntaxRules.vcard())) {
            reader.setCaretDecodingEnabled(true);
            reader.parse(new VObjectDataAdapter() {
                @Override
                public void onProperty(VObjectProperty property, Context context) {
                    // a card within a card (AGENT) is somebody else
                    if (context.getParentComponents().size() == 1) {
                        cells.take(property);
                    }
                }
            });
        }
        var row = cells.row(line);
        return cut.ended() ? row : row.with(Fault.row(line, "intake.row.cardBroken"));
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
