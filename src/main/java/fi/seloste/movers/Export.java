package fi.seloste.movers;

import de.siegmar.fastcsv.writer.CsvWriter;
import fi.seloste.intake.Mapping;
import fi.seloste.intake.Target;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that an export holds, and the same as a list of people for the imports: each on the line of the file, so that what is said of a line can be found there. */
record Export(Tool tool, List<Exported> people) {

    /** The columns that imports get; their names stand in what is said of a line. */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("Email", "email");
        COLUMNS.put("Name", "full-name");
        COLUMNS.put("First name", "given-name");
        COLUMNS.put("Last name", "family-name");
        COLUMNS.put("Company", "organisation");
        COLUMNS.put("Job title", "job-title");
        COLUMNS.put("Phone", "phone");
        COLUMNS.put("Language", "language");
        COLUMNS.put("Tags", "tags");
        COLUMNS.put("Unsubscribed", "unsubscribed");
        COLUMNS.put("Bounced", "bounced");
        COLUMNS.put("Notes", "note");
    }

    static Mapping mapping() {
        var targets = new LinkedHashMap<String, Target>();
        COLUMNS.forEach((header, code) -> targets.put(header, Target.parse(code)));
        return new Mapping(targets);
    }

    byte[] csv() {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(COLUMNS.keySet());
            long line = 1;
            for (var one : people) {
                for (line++; line < one.line(); line++) {
                    csv.writeRecord("");
                }
                csv.writeRecord(COLUMNS.values().stream().map(one::get).toList());
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    int banned() {
        return (int) people.stream().filter(Exported::isBanned).count();
    }

    int bounced() {
        return (int) people.stream().filter(Exported::hasBounced).count();
    }

    /** How many were on each list and how many had left it, by the list's name in the order of the file. */
    Map<String, int[]> lists() {
        var counts = new LinkedHashMap<String, int[]>();
        people.forEach(one -> one.lists()
                .forEach(on -> counts.computeIfAbsent(on.name(), name -> new int[2])[on.hasEnded() ? 1 : 0]++));
        return counts;
    }
}
