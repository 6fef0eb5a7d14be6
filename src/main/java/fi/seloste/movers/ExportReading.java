package fi.seloste.movers;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Finds out whose export a file is, by what is in it, and reads it. What is not understood is refused with its line, and nothing comes in. */
final class ExportReading {

    private static final int MOST_PEOPLE = 500_000;
    private static final long MOST_BYTES = 300_000_000;
    private static final int MOST_FILES = 50;

    private ExportReading() {}

    static Export read(String name, byte[] file) {
        if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
            return mailchimp(file);
        }
        var text = text(file);
        var headers = headers(text);
        if (headers.contains("email") && headers.contains("status") && headers.contains("attributes")) {
            return new Export(Tool.LISTMONK, rows(text, "", Listmonk::person));
        }
        if (headers.contains("email") && headers.stream().anyMatch(Mautic.BANNED::contains)) {
            return new Export(Tool.MAUTIC, rows(text, "", Mautic::person));
        }
        // Somebody took the lists out of the zip: which of them it is, is told by the name alone.
        var state = Mailchimp.state(name.replaceFirst("^.*[/\\\\]", ""));
        if (state != null && headers.contains("email address")) {
            return new Export(Tool.MAILCHIMP, rows(text, "", row -> Mailchimp.person(row, state)));
        }
        throw Problem.invalid("file", "movers.file.unknown", Shortened.of(String.join(", ", headers)));
    }

    /** A zip with a list for each state of its members; the state is told by the beginning of a name, and other files are let lie. */
    private static Export mailchimp(byte[] file) {
        var people = new ArrayList<Exported>();
        boolean known = false;
        int files = 0;
        long bytes = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName().replaceFirst("^.*[/\\\\]", "");
                var state = Mailchimp.state(name);
                if (++files > MOST_FILES) {
                    throw Problem.invalid("file", "movers.zip.files", MOST_FILES);
                }
                if (state == null || entry.isDirectory()) {
                    continue;
                }
                var content = zip.readNBytes((int) (MOST_BYTES - bytes + 1));
                bytes += content.length;
                if (bytes > MOST_BYTES) {
                    throw Problem.invalid("file", "movers.zip.size", MOST_BYTES / 1_000_000);
                }
                known = true;
                people.addAll(rows(text(content), name, row -> Mailchimp.person(row, state)));
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw Problem.invalid("file", "movers.zip.broken");
        } catch (IOException e) {
            throw Problem.invalid("file", "movers.zip.broken");
        }
        if (!known) {
            throw Problem.invalid("file", "movers.zip.unknown");
        }
        return new Export(Tool.MAILCHIMP, List.copyOf(people));
    }

    private static String text(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Set<String> headers(String text) {
        try (var csv = CsvReader.builder().ofCsvRecord(text)) {
            var first = csv.stream().findFirst();
            return first.isEmpty()
                    ? Set.of()
                    : new HashSet<>(first.get().getFields().stream()
                            .map(one -> one.strip().toLowerCase(Locale.ROOT))
                            .toList());
        } catch (CsvParseException | IOException e) {
            return Set.of();
        }
    }

    private static List<Exported> rows(String text, String file, Function<Row, Exported> person) {
        var people = new ArrayList<Exported>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (var record : csv) {
                if (people.size() == MOST_PEOPLE) {
                    throw Problem.invalid("file", "movers.file.large", MOST_PEOPLE);
                }
                people.add(person.apply(new Row(record, file)));
            }
        } catch (CsvParseException e) {
            throw Problem.invalid("file", "movers.file.broken", file, Shortened.of(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (people.isEmpty() && file.isEmpty()) {
            throw Problem.invalid("file", "movers.file.empty");
        }
        return people;
    }

    /** A row of an export, whose columns are found whatever capitals they are written in. */
    record Row(NamedCsvRecord record, String file) {

        String get(String... headers) {
            for (var header : headers) {
                for (var there : record.getHeader()) {
                    if (there.strip().equalsIgnoreCase(header)) {
                        var value = record.findField(there).orElse("").strip();
                        if (!value.isEmpty()) {
                            return value;
                        }
                    }
                }
            }
            return "";
        }

        List<String> headers() {
            return record.getHeader();
        }

        Problem.Invalid wrong(String column, String value) {
            return Problem.invalid(
                    "file",
                    "movers.cell",
                    record.getStartingLineNumber(),
                    column,
                    Shortened.of(value),
                    file.isEmpty() ? "" : file + ", ");
        }
    }
}
