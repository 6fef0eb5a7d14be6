package fi.seloste.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Importing through the API: upload, preview, commit; taken back; and once more, so that the others find people. */
final class ImportFigures {

    private final Api api;
    private final Figures figures;
    private final Bench.Options options;

    ImportFigures(Api api, Figures figures, Bench.Options options) {
        this.api = api;
        this.figures = figures;
        this.options = options;
    }

    /** Brings the people and takes them back; nothing is left. */
    void measure() throws Exception {
        var file = Crowd.write(options.people(), options.folder().resolve("people.csv"));
        figures.say("the file has %,d KB".formatted(Files.size(file) >> 10));
        figures.heading("Importing %,d people".formatted(options.people()));
        var id = imported(file, true);
        long start = System.nanoTime();
        api.delete("/imports/" + id);
        until(id, Set.of("undone"));
        double seconds = seconds(start);
        figures.add("undo", Figures.rate(options.people(), seconds), of("1 M in < 120 s", 8_333));
    }

    /** Brings them to stay, so that the others find people. */
    void toStay() throws Exception {
        var file = Crowd.write(options.people(), options.folder().resolve("people.csv"));
        long start = System.nanoTime();
        imported(file, false);
        if (options.has("import")) {
            double seconds = seconds(start);
            figures.add(
                    "import in all, %,d bans and erasures on the list".formatted(SuppressionFigures.LISTED),
                    Figures.rate(options.people(), seconds));
        }
        Files.delete(file);
    }

    private String imported(Path file, boolean told) throws Exception {
        long start = System.nanoTime();
        var id = api.upload("/imports", file, Map.of("source", "registration", "sourceDetail", ""))
                .get("id")
                .asString();
        double received = seconds(start);
        var preview = until(id, Set.of("preview", "failed"));
        double read = seconds(start);
        if (preview.get("state").asString().equals("failed")
                || preview.get("new").asInt() != options.people()) {
            throw new IllegalStateException("The preview is not as expected: " + preview);
        }
        api.post("/imports/" + id + "/commit", Map.of());
        until(id, Set.of("committed"));
        double all = seconds(start);
        if (told) {
            figures.add("upload", Figures.seconds(received));
            figures.add("read, matched, previewed", Figures.rate(options.people(), read - received));
            figures.add("committed", Figures.rate(options.people(), all - read));
            figures.add("import in all", Figures.rate(options.people(), all), of("1 M in < 180 s", 5_556));
            figures.imported = all;
        }
        return id;
    }

    private JsonNode until(String id, Set<String> states) throws InterruptedException {
        var said = -10;
        while (true) {
            var entry = api.get("/imports/" + id);
            if (states.contains(entry.get("state").asString())) {
                return entry;
            }
            int percent = entry.get("progress").asInt();
            if (percent / 10 > said / 10) {
                figures.say("%s %d %%".formatted(entry.get("state").asString(), percent));
                said = percent;
            }
            Thread.sleep(options.people() > 50_000 ? 200 : 20);
        }
    }

    private static String of(String target, int perSecond) {
        return target + String.format(java.util.Locale.ROOT, " (%,d/s)", perSecond);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
