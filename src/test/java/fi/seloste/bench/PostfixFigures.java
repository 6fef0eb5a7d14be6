package fi.seloste.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * How fast a campaign leaves into a real Postfix, beside a sender that has one message ready and asks nobody. Postfix, the senders and the database share
 * this machine; what Postfix has taken it goes on to throw away, so each begins with an empty queue and goes on as long as the other.
 */
final class PostfixFigures {

    private static final Duration WHILE = Duration.ofSeconds(18);
    /** A server that has just been started uses processors to make its code quick. */
    private static final double WARM = 15;

    /** As many as ours. */
    private static final int LINES = 4;

    private final Product product;
    private final String token;
    private final Figures figures;

    PostfixFigures(Product product, String token, Figures figures) {
        this.product = product;
        this.token = token;
        this.figures = figures;
    }

    void measure() throws Exception {
        figures.heading("A campaign into a real Postfix");
        if (!"root".equals(System.getProperty("user.name")) || !Postfix.isHere()) {
            figures.add("a real Postfix", "left out", "");
            figures.say("Only root can start a Postfix, where it is installed (apt-get install postfix).");
            return;
        }
        var mail = message();
        // Beside the folder of this run, which nobody else may enter: Postfix works as a user of its own.
        var folder = Files.createTempDirectory(product.folder().toAbsolutePath().getParent(), "seloste-bench-mail");
        try (var postfix = Postfix.thatKeepsNothing(folder)) {
            var bare = new BareSenders(postfix.port(), mail, LINES);
            var turnByTurn = measured(folder, () -> bare.turnByTurn(WHILE));
            var inTwoBreaths = measured(folder, () -> bare.inTwoBreaths(WHILE));
            var ours = ours(postfix.port(), folder);
            var again = measured(folder, () -> bare.turnByTurn(WHILE));
            var most = Stream.of(turnByTurn, inTwoBreaths, again)
                    .max(Comparator.comparingDouble(Rate::second))
                    .orElseThrow();
            figures.add("a real Postfix takes from a bare sender", most.toString());
            figures.add(
                    "and from us",
                    String.format(Locale.ROOT, "%s, %.0f %% of it", ours, 100 * ours.second() / most.second()),
                    ">= 90 %");
        } finally {
            Bench.remove(folder);
        }
    }

    /** One of the campaign's own, as it stands on the wire. */
    private byte[] message() throws Exception {
        try (var sink = new Sink()) {
            product.startMailingTo(sink.port());
            try {
                var api = new Api(product, token);
                var id = api.post("/campaigns", CampaignFigures.campaign(segment(api, "To look at")))
                        .get("id")
                        .asString();
                api.post("/campaigns/" + id + "/send", Map.of());
                while (sink.taken() == 0) {
                    Thread.sleep(10);
                }
                api.post("/campaigns/" + id + "/pause", Map.of());
                return sink.lastBytes();
            } finally {
                product.stop();
            }
        }
    }

    private Rate ours(int port, Path folder) throws Exception {
        product.startMailingTo(port);
        try {
            var api = new Api(product, token);
            var campaign = CampaignFigures.campaign(segment(api, "By Postfix"));
            Pace.of(api, campaign, WARM);
            return measured(folder, () -> Pace.of(api, campaign, 2));
        } finally {
            product.stop();
        }
    }

    /** Messages a second, of which the first are there to get warm, and what all of the machine worked for each. */
    private record Rate(double second, double milliseconds) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,.0f/s, %.2f ms of all processors each", second, milliseconds);
        }
    }

    private static Rate measured(Path folder, Callable<Double> work) throws Exception {
        emptied(folder);
        double before = Machine.busy();
        long begun = System.nanoTime();
        double second = work.call();
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Rate(second, 1_000 * (Machine.busy() - before) / (second * seconds));
    }

    private static String segment(Api api, String name) {
        return api.post("/segments", Map.of("name", name, "groups", List.of()))
                .get("id")
                .asString();
    }

    /** What it has taken and not thrown away yet would take part of the machine from whoever comes next. */
    private static void emptied(Path folder) throws IOException, InterruptedException {
        while (waiting(folder) > 0) {
            Thread.sleep(200);
        }
    }

    private static long waiting(Path folder) throws IOException {
        long many = 0;
        for (var part : new String[] {"maildrop", "incoming", "active"}) {
            try (var files = Files.walk(folder.resolve("postfix/queue").resolve(part))) {
                many += files.filter(Files::isRegularFile).count();
            } catch (java.io.UncheckedIOException | java.nio.file.NoSuchFileException e) {
                many++; // it went while it was looked for
            }
        }
        return many;
    }
}
