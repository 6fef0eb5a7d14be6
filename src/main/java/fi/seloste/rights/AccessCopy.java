package fi.seloste.rights;

import de.siegmar.fastcsv.writer.CsvWriter;
import fi.seloste.datamap.Table;
import fi.seloste.datamap.Walk;
import fi.seloste.store.Blobs;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the copy that Art. 15(3) promises, and the data that Art. 20 hands over, by walking the data map: covering letter, readable pages,
 * JSON, files, and a sheet that names every place, also those with nothing in them. Rows go through, none is held.
 */
@Component
class AccessCopy {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Walk walk;
    private final Blobs blobs;

    AccessCopy(Walk walk, Blobs blobs) {
        this.walk = walk;
        this.blobs = blobs;
    }

    /** What came to be written, for the letter and the sheet. */
    static final class Written {
        final Map<String, Long> rows = new TreeMap<>();
        final Map<String, Long> leftOut = new TreeMap<>();
        final Map<String, String> sources = new LinkedHashMap<>();
        final Set<String> authorities = new LinkedHashSet<>();

        long items() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Runs in the purpose of rights, in one transaction with one view of the data. */
    Written write(Contents contents, OutputStream out) {
        try {
            var zip = new ZipOutputStream(out);
            var written = json(contents, entry(zip, "data.json"));
            var letter = new Html(entry(zip, "letter.html"));
            new CoverLetter(contents, written).write(letter);
            if (contents.request().right() == Right.ACCESS) {
                pages(contents, new Html(entry(zip, "data.html")));
            }
            if (contents.request().right() == Right.PORTABILITY) {
                tables(contents, written, zip);
            }
            var sheet = new Html(entry(zip, "completeness.html"));
            new CompletenessSheet(contents, written).write(sheet);
            files(contents, zip);
            zip.finish();
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("The answer could not be written", e);
        }
    }

    private Written json(Contents contents, OutputStream out) {
        var written = new Written();
        var json = JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out);
        json.writeStartObject();
        json.writeStringProperty("request", contents.request().number());
        json.writeStringProperty("right", contents.request().right().code());
        json.writeStringProperty("controller", contents.told().who().name());
        json.writeStringProperty("person", contents.person().toString());
        json.writeStringProperty("madeAt", contents.found().local().now().toString());
        json.writeName("data");
        json.writeStartObject();
        for (var section : contents.sections()) {
            if (contents.includes(section.table())) {
                rows(contents, section.table(), written, json);
            }
        }
        json.writeEndObject();
        json.writeEndObject();
        json.close();
        return written;
    }

    private void rows(Contents contents, Table table, Written written, JsonGenerator json) {
        json.writeName(table.qualified());
        json.writeStartArray();
        walk.rows(contents.person(), table, row -> {
            if (contents.includes(table, row)) {
                note(contents, table, row, written);
                JSON.writeValue(json, shown(contents, table, row));
            }
        });
        json.writeEndArray();
    }

    /** Art. 20(1): "in a structured, commonly used and machine-readable format". The same rows as in the JSON, a file for each table. */
    private void tables(Contents contents, Written written, ZipOutputStream zip) throws IOException {
        for (var section : contents.sections()) {
            var table = section.table();
            if (contents.includes(table) && written.rows.getOrDefault(table.qualified(), 0L) > 0) {
                var out =
                        new OutputStreamWriter(entry(zip, "csv/" + table.qualified() + ".csv"), StandardCharsets.UTF_8);
                var csv = CsvWriter.builder().build(out);
                var heading = new AtomicBoolean();
                walk.rows(contents.person(), table, row -> csv(contents, table, row, csv, heading));
                csv.flush();
            }
        }
    }

    private static void csv(
            Contents contents, Table table, Map<String, @Nullable Object> row, CsvWriter csv, AtomicBoolean heading) {
        if (contents.includes(table, row)) {
            if (!heading.getAndSet(true)) {
                csv.writeRecord(row.keySet());
            }
            csv.writeRecord(shown(contents, table, row).values().stream()
                    .map(value -> value == null ? "" : value.toString())
                    .toList());
        }
    }

    private static void note(Contents contents, Table table, Map<String, @Nullable Object> row, Written written) {
        written.rows.merge(table.qualified(), 1L, Long::sum);
        row.keySet().stream()
                .filter(column -> contents.leftOut(table, row, column).isPresent())
                .forEach(column -> written.leftOut.merge(table.qualified(), 1L, Long::sum));
        if (table.life().handedOver() != null && row.get(table.life().handedOver()) instanceof LocalDate on) {
            row.keySet().stream()
                    .filter(column -> table.column(column).isEmpty())
                    .forEach(called -> written.authorities.add(
                            contents.t("rights.copy.authority", String.valueOf(row.get(called)), on)));
        }
        if (row.get("source") instanceof String source && written.sources.size() < 50) {
            var detail = row.get("source_detail");
            var name = contents.told().sources().getOrDefault(source, source);
            written.sources.putIfAbsent(source + detail, detail == null ? name : name + ": " + detail);
        }
    }

    private static Map<String, @Nullable Object> shown(
            Contents contents, Table table, Map<String, @Nullable Object> row) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        row.forEach((column, value) -> shown.put(
                column,
                contents.leftOut(table, row, column)
                        .<Object>map(reason -> contents.t("rights.copy.leftOut", reason))
                        .orElse(value)));
        return shown;
    }

    private void pages(Contents contents, Html html) {
        var pages = new DataPages(contents, html);
        pages.open();
        for (var section : contents.sections()) {
            if (section.rows() > 0) {
                pages.section(
                        section.table(),
                        walk.telling(section.table()),
                        sink -> walk.rows(
                                contents.person(),
                                section.table(),
                                row -> sink.accept(shown(contents, section.table(), row))));
            }
        }
        pages.close();
    }

    /** Pictures, recordings and attachments as they are; a file that is missing on the disk is said, not skipped. */
    private void files(Contents contents, ZipOutputStream zip) {
        contents.sections().stream()
                .filter(s -> s.table().qualified().equals("store.blob") && contents.includes(s.table()) && s.rows() > 0)
                .forEach(s -> walk.rows(contents.person(), s.table(), row -> file(row, zip)));
    }

    private void file(Map<String, @Nullable Object> row, ZipOutputStream zip) {
        var id = UUID.fromString(String.valueOf(row.get("blob_id")));
        var name = String.valueOf(row.get("name")).replaceAll("[^\\p{L}\\p{N}._ -]", "_");
        try (var in = blobs.open(id)) {
            zip.setLevel(isPressed(row.get("media_type")) ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
            in.transferTo(entry(zip, "files/" + id.toString().substring(24) + "-" + name));
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("The file " + id + " of an answer cannot be read", e);
        }
    }

    /** A picture or recording is as small as it gets, and pressing gigabytes once more takes minutes. */
    private static boolean isPressed(@Nullable Object mediaType) {
        return mediaType != null && mediaType.toString().matches("(image|video|audio)/.*|application/(pdf|zip|gzip)");
    }

    private static OutputStream entry(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return zip;
    }
}
