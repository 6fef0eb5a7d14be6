package fi.seloste.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How a list is laid out: what parts its cells, whether cells stand in quotes, and whether Excel's line {@code sep=;} comes first. */
public record Dialect(char separator, boolean quoted, boolean announced) {

    private static final char[] SEPARATORS = {';', ',', '\t', '|'};
    private static final Pattern ANNOUNCED = Pattern.compile("\\A\"?sep=(.)\"?\\r?\\n", Pattern.CASE_INSENSITIVE);
    private static final int LOOKED_AT = 200;

    static Dialect detect(String sample, boolean whole) {
        var quoted = sample.indexOf('"') >= 0;
        var announced = ANNOUNCED.matcher(sample);
        if (announced.find()) {
            return new Dialect(announced.group(1).charAt(0), quoted, true);
        }
        var best = unused(sample);
        var most = 0;
        for (var separator : SEPARATORS) {
            var score = score(records(sample, new Dialect(separator, quoted, false), whole));
            if (score > most) {
                most = score;
                best = separator;
            }
        }
        return new Dialect(best, quoted, false);
    }

    /** A single column: any separator does that the text does not use. */
    private static char unused(String sample) {
        for (var separator : new char[] {';', '\t', '|', ','}) {
            if (sample.indexOf(separator) < 0) {
                return separator;
            }
        }
        return '\u001F';
    }

    // The right separator cuts most rows into equally many cells, the headers among them.
    private static int score(List<CsvRecord> records) {
        if (records.isEmpty()) {
            return 0;
        }
        var widths = new HashMap<Integer, Integer>();
        records.forEach(record -> widths.merge(record.getFieldCount(), 1, Integer::sum));
        var usual = widths.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        if (usual.getKey() < 2) {
            return 0;
        }
        var share = 1000 * usual.getValue() / records.size();
        return share + (records.getFirst().getFieldCount() == usual.getKey() ? 500 : 0) + Math.min(usual.getKey(), 99);
    }

    static List<CsvRecord> records(String sample, Dialect dialect, boolean whole) {
        var records = new ArrayList<CsvRecord>();
        try (var reader = dialect.reader().ofCsvRecord(sample)) {
            if (dialect.announced) {
                reader.skipLines(1);
            }
            for (var record : reader) {
                records.add(record);
                if (records.size() == LOOKED_AT) {
                    return records;
                }
            }
        } catch (CsvParseException e) {
            return records;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (!whole && records.size() > 1) {
            records.removeLast();
        }
        return records;
    }

    CsvReader.CsvReaderBuilder reader() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .trimWhitespacesAroundQuotes(false)
                .maxBufferSize(1 << 21);
    }

    String separatorKey() {
        return switch (separator) {
            case ';' -> "intake.separator.semicolon";
            case ',' -> "intake.separator.comma";
            case '\t' -> "intake.separator.tab";
            case '|' -> "intake.separator.bar";
            default -> "intake.separator.other";
        };
    }
}
