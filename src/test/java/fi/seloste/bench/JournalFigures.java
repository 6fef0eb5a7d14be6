package fi.seloste.bench;

import fi.seloste.base.PersonId;
import fi.seloste.base.RequestId;
import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.rights.Journal;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the journal of rights costs: to write a line, to do its acts again after a restore, and to start with many of them. */
final class JournalFigures {

    private static final int LINES = 20_000;

    private final Product product;
    private final Path data;
    private final Figures figures;

    JournalFigures(Product product, Path data, Figures figures) {
        this.product = product;
        this.data = data;
        this.figures = figures;
    }

    /** While the product stands still. The acts are bans of people of whom the database never heard. */
    void measure() throws Exception {
        double usual = started();
        long begun = System.nanoTime();
        write();
        figures.add("lines of the journal, each forced to the disk", Figures.rate(LINES, since(begun)));
        double replaying = started();
        double knowing = started();
        figures.add("acts done again before the server listens", Figures.rate(LINES, replaying - knowing));
        figures.add(
                "start as usual; with %,d lines of the journal".formatted(LINES),
                "%.2f s; %.2f s".formatted(usual, knowing),
                "< 4 s");
    }

    private double started() throws Exception {
        double seconds = product.start();
        product.stop();
        return seconds;
    }

    private void write() {
        var settings = Settings.of(Map.of(Setting.DATA, data.toString()), Map.of());
        var journal = Journal.at(DataFolder.visit(data), settings);
        var random = new Random(1);
        for (int i = 0; i < LINES; i++) {
            var print = new Journal.Print("email", print(random), print(random), 1);
            journal.append(new Journal.Entry(RequestId.next(), "ban", PersonId.next(), List.of(print)), 0);
        }
    }

    private static String print(Random random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
