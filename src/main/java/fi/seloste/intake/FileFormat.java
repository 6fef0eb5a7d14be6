package fi.seloste.intake;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** What a file is, found from its bytes alone: names of files lie, and exports of one tool differ by the machine they were made on. */
public record FileFormat(Kind kind, Encoding encoding, Dialect dialect, List<String> headers) {

    public enum Kind {
        CSV,
        VCARD
    }

    private static final int HEAD = 1 << 18;
    private static final Pattern CARD = Pattern.compile("\\A\\s*BEGIN:VCARD\\s", Pattern.CASE_INSENSITIVE);

    /** UTF-8 that somebody read as Windows-1252 and saved: ä has become Ã¤. */
    static final Pattern GARBLED = Pattern.compile("Ã[\u0080-\u00BF„…–Œœ˜‰€†]|â€[™œ“”¦]");

    /** The format, or a problem that says why the file is no list of people and what to do. */
    public static FileFormat detect(Source source) {
        try {
            var head = head(source);
            Signature.refuseBinary(head);
            var encoding = Encoding.detect(source, head);
            var text = encoding.text(head);
            if (text.isBlank() || head.length <= encoding.mark()) {
                throw Problem.invalid("file", "intake.file.empty");
            }
            Signature.refuseText(text);
            return CARD.matcher(text).find()
                    ? new FileFormat(Kind.VCARD, encoding, new Dialect(',', false, false), CardRows.HEADERS)
                    : list(text, encoding, head.length < HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] head(Source source) throws IOException {
        try (var in = source.open()) {
            return in.readNBytes(HEAD);
        }
    }

    private static FileFormat list(String text, Encoding encoding, boolean whole) {
        refuseGarbled(text);
        var dialect = Dialect.detect(text, whole);
        var records = Dialect.records(text, dialect, whole);
        var widest = records.stream()
                .mapToInt(record -> record.getFieldCount())
                .max()
                .orElse(0);
        if (widest == 0) {
            throw Problem.invalid("file", "intake.file.empty");
        }
        var first = records.getFirst();
        refuseHeaderless(first.getFields());
        if (records.size() == 1) {
            throw Problem.invalid(
                    "file",
                    whole ? "intake.file.noRows" : "intake.file.lineEndless",
                    Shortened.of(String.join(", ", first.getFields())));
        }
        if (widest > 2
                && first.getFields().stream().filter(cell -> !cell.isBlank()).count() == 1) {
            throw Problem.invalid("file", "intake.file.titleFirst", Shortened.of(first.getField(0)));
        }
        return new FileFormat(Kind.CSV, encoding, dialect, Headers.of(first.getFields()));
    }

    private static void refuseGarbled(String text) {
        var lines = text.lines()
                .limit(2000)
                .filter(line -> line.chars().anyMatch(c -> c > 127))
                .toList();
        var garbled =
                lines.stream().filter(line -> GARBLED.matcher(line).find()).toList();
        if (!garbled.isEmpty() && garbled.size() * 2 > lines.size()) {
            var line = text.lines().toList().indexOf(garbled.getFirst()) + 1;
            throw Problem.invalid(
                    "file", "intake.file.garbled", Integer.toString(line), Shortened.of(garbled.getFirst()));
        }
    }

    private static void refuseHeaderless(List<String> first) {
        for (var cell : first) {
            if (cell.contains("@") && isEmail(cell)) {
                throw Problem.invalid("file", "intake.file.noHeaders", Shortened.of(cell));
            }
        }
    }

    private static boolean isEmail(String cell) {
        try {
            EmailAddress.parse(cell);
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    /** "CSV, semicolon, Windows-1252, 7 columns". */
    public String sentence(Texts texts) {
        return switch (kind) {
            case VCARD -> texts.t("intake.format.vcard", encoding.title());
            case CSV ->
                texts.t(
                        "intake.format.csv",
                        texts.t(dialect.separatorKey()),
                        encoding.title(),
                        texts.t("intake.format.columns", headers.size()),
                        texts.t(dialect.quoted() ? "intake.format.quoted" : "intake.format.unquoted"));
        };
    }
}
