package fi.seloste.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code bin/bench [10k|100k|1m] [--only start,import,lists,rights,suppression,letters,flood,page,purposes,journal,sweep,audiences,campaign,postfix,responses,forms,flows] [--notes N] [--folder DIR] [--keep]}: measures the product on
 * made-up people in a database of its own, beside what this machine itself can do.
 */
public final class Bench {

    private static final List<String> CHAPTERS = List.of(
            "start",
            "import",
            "lists",
            "suppression",
            "rights",
            "letters",
            "flood",
            "page",
            "purposes",
            "journal",
            "sweep",
            "audiences",
            "campaign",
            "postfix",
            "responses",
            "forms",
            "flows",
            "unsubscribe");

    private final Options options;
    private final Product product;
    private final Figures figures = new Figures();

    private Bench(Options options) {
        this.options = options;
        this.product = new Product(options.folder());
    }

    record Options(int people, int notes, Set<String> only, Path folder, boolean keep) {

        boolean has(String chapter) {
            return only.contains(chapter);
        }
    }

    public static void main(String[] arguments) throws Exception {
        var options = options(arguments);
        refuseSmallDisk(options);
        var bench = new Bench(options);
        // Also where it is stopped in the middle.
        Runtime.getRuntime().addShutdownHook(new Thread(bench::tidy));
        bench.run();
    }

    private void tidy() {
        try {
            product.stop();
            if (options.keep()) {
                System.err.println(
                        "The made-up people stay in " + options.folder().resolve("data") + ".");
            } else {
                remove(options.folder());
            }
        } catch (IOException | InterruptedException e) {
            System.err.println("Not all of " + options.folder() + " could be removed: " + e.getMessage());
        }
    }

    private void run() throws Exception {
        figures.say("%,d made-up people, in %s".formatted(options.people(), options.folder()));
        Machine.describe(figures);
        if (options.has("start")) {
            new StartFigures(product, figures).measure();
        } else {
            product.start();
            product.stop();
        }
        if (options.only().equals(Set.of("start"))) {
            figures.print();
            return;
        }
        var token = product.token();
        product.start();
        if (options.has("import")) {
            new ImportFigures(new Api(product, token), figures, options).measure();
            product.stop();
            listed();
            product.start();
        }
        new ImportFigures(new Api(product, token), figures, options).toStay();
        product.stop();
        filled();
        product.start();
        measured(new Api(product, token));
        product.stop();
        if (options.has("rights")) {
            product.start(java.util.Map.of("SELOSTE_MEMORY", "256m"));
            new RightsFigures(new Api(product, token), figures).measureLargest(product);
            product.stop();
        }
        if (options.has("letters")) {
            new LetterFigures(product, options.folder().resolve("data"), figures, options).measure();
        }
        if (options.has("flood") || options.has("page")) {
            new FloodFigures(product, token, figures, options).measure(options.has("flood"));
        }
        if (options.has("purposes")) {
            new PurposeFigures(options, figures).measure();
        }
        if (options.has("journal") || options.has("sweep")) {
            kept();
        }
        if (options.has("audiences")) {
            new AudienceFigures(product, token, figures, options).measure();
        }
        if (options.has("campaign")) {
            new CampaignFigures(product, token, figures, options).measure();
        }
        if (options.has("postfix")) {
            new PostfixFigures(product, token, figures).measure();
        }
        if (options.has("responses")) {
            new ResponseFigures(product, token, figures, options).measure();
        }
        if (options.has("forms")) {
            new FormFigures(product, token, figures, options).measure();
        }
        if (options.has("flows")) {
            new FlowFigures(product, token, figures, options).measure();
        }
        // The last: whoever has been banned by it enters nothing any more.
        if (options.has("unsubscribe")) {
            new UnsubscribeFigures(product, token, figures, options).measure();
        }
        figures.print();
    }

    /** A long suppression list of whom nobody knows, which every row that comes in is compared with. */
    private void listed() throws Exception {
        try (var inside = fi.seloste.Inside.open(options.folder().resolve("data"))) {
            SuppressionFigures.list(inside);
        }
    }

    /** What an import does not bring: bans, a timeline, and the rows once more for raw COPY. */
    private void filled() throws Exception {
        try (var inside = fi.seloste.Inside.open(options.folder().resolve("data"))) {
            if (options.has("import")) {
                new RawCopy(inside, figures, options).measure();
            }
            new Filling(inside, figures, options).fill();
        }
    }

    private void kept() throws Exception {
        figures.heading("Journal and retention");
        if (options.has("journal")) {
            new JournalFigures(product, options.folder().resolve("data"), figures).measure();
        }
        if (options.has("sweep")) {
            try (var inside = fi.seloste.Inside.open(options.folder().resolve("data"))) {
                new SweepFigures(inside, figures, options.people()).measure();
            }
        }
    }

    private void measured(Api api) throws Exception {
        Machine.measureHttp(figures);
        if (options.has("lists")) {
            new ListFigures(api, figures).measure();
        }
        if (options.has("suppression")) {
            new SuppressionFigures(api, figures, options.people()).measure();
        }
        if (options.has("rights")) {
            new RightsFigures(api, figures).measure();
        }
    }

    private static Options options(String[] arguments) throws IOException {
        int people = 10_000;
        int notes = 14;
        Set<String> only = new TreeSet<>(CHAPTERS);
        Path under = null;
        boolean keep = false;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--only" ->
                    only = new TreeSet<>(Arrays.asList(value(arguments, ++i).split(",")));
                case "--notes" -> notes = Integer.parseInt(value(arguments, ++i));
                case "--folder" -> under = Files.createDirectories(Path.of(value(arguments, ++i)));
                case "--keep" -> keep = true;
                default -> people = many(arguments[i]);
            }
        }
        for (var chapter : only) {
            if (!CHAPTERS.contains(chapter)) {
                throw refused("There is no chapter '" + chapter + "'; there are " + String.join(", ", CHAPTERS) + ".");
            }
        }
        var folder = under == null
                ? Files.createTempDirectory("seloste-bench")
                : Files.createTempDirectory(under.toAbsolutePath(), "seloste-bench");
        return new Options(people, notes, only, folder, keep);
    }

    private static String value(String[] arguments, int i) {
        if (i >= arguments.length) {
            throw refused("The flag " + arguments[i - 1] + " needs a value after it.");
        }
        return arguments[i];
    }

    private static int many(String word) {
        var written = word.toLowerCase(Locale.ROOT);
        if (!written.matches("\\d{1,4}[km]?")) {
            throw refused("'" + word + "' is no number of people. Write 10k, 100k or 1m.");
        }
        int number = Integer.parseInt(written.replaceAll("[km]", ""));
        return written.endsWith("m") ? number * 1_000_000 : written.endsWith("k") ? number * 1_000 : number;
    }

    /** A full disk would stop whatever else runs on this machine. */
    private static void refuseSmallDisk(Options options) throws IOException {
        long needed = 3L << 30;
        needed += options.people() * (14_000L + options.notes() * 700L);
        long free = Files.getFileStore(options.folder()).getUsableSpace();
        if (free < needed + (2L << 30)) {
            remove(options.folder());
            throw refused(
                    "%,d people take some %d GB in %s, and %d GB are free there. Name another place with --folder DIR."
                            .formatted(
                                    options.people(),
                                    needed >> 30,
                                    options.folder().getParent(),
                                    free >> 30));
        }
    }

    private static RuntimeException refused(String sentence) {
        System.err.println(sentence);
        System.exit(2);
        return new IllegalArgumentException(sentence);
    }

    static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
