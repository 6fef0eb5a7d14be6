package fi.seloste.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How fast a campaign leaves, beside others that send the same message to the same sink in the same minute. The sink, all senders and the database share this
 * machine.
 */
final class CampaignFigures {

    private static final String PARAGRAPH =
            "Syksyllä moni asia muuttuu: uusia ominaisuuksia, koulutuksia ja ohjeita on paljon, ja kokosimme niistä tähän ne, jotka koskevat juuri työtäsi. ";

    private static final Duration WHILE = Duration.ofSeconds(6);
    /** As many as ours; on so few processors two may be the quicker, so others may have either. */
    private static final int LINES = 4;

    private static final int FEWER = 2;

    private final Product product;
    private final String token;
    private final Figures figures;
    private final int people;

    CampaignFigures(Product product, String token, Figures figures, Bench.Options options) {
        this.product = product;
        this.token = token;
        this.figures = figures;
        this.people = options.people();
    }

    void measure() throws Exception {
        figures.heading("A campaign to everybody, each message personal");
        try (var sink = new Sink()) {
            product.startMailingTo(sink.port());
            try {
                var api = new Api(product, token);
                var segment = measure(api, sink);
                new SignedFigures(api, figures).measure(campaign(segment));
            } finally {
                product.stop();
            }
        }
    }

    private String measure(Api api, Sink sink) throws Exception {
        var segment = api.post("/segments", Map.of("name", "Everybody", "groups", List.of()))
                .get("id")
                .asString();
        figures.add(
                "audience count",
                Timings.of(20, i -> api.get("/segments/" + segment + "/count")).toString(),
                "1 M < 300 ms");
        figures.add(
                "who of it is left out and why",
                Timings.of(5, i -> api.get("/segments/" + segment + "/reach")).toString());
        figures.add(
                "its first people",
                Timings.of(20, i -> api.get("/segments/" + segment + "/people?limit=25"))
                        .toString());
        long before = product.megabytes();
        var left = leaving(api, sink, segment);
        figures.add("size of a message", "%,d bytes".formatted(sink.bytes() / Math.max(1, sink.taken())));
        figures.add("handed over", String.format(Locale.ROOT, "%,.0f/s", left), ">= 2,500/s");
        besideOthers(left, sink);
        figures.add("memory before, most while it left", "%d, %d MB".formatted(before, product.peakMegabytes()));
        return segment;
    }

    private void besideOthers(double left, Sink sink) throws Exception {
        var few = new BareSenders(sink.port(), sink.lastBytes(), FEWER);
        var many = new BareSenders(sink.port(), sink.lastBytes(), LINES);
        share("a Java program with the usual library", left, few.byLibrary(WHILE), many.byLibrary(WHILE), ">= 30 %");
        share("one ready array, word by word", left, few.turnByTurn(WHILE), many.turnByTurn(WHILE), "");
        share(
                "one ready array, its envelope in one breath",
                left,
                few.inTwoBreaths(WHILE),
                many.inTwoBreaths(WHILE),
                "");
    }

    /** Beside the better of the two. */
    private void share(String what, double ours, double onFew, double onMany, String target) {
        double theirs = Math.max(onFew, onMany);
        figures.add(
                what + ", on " + (onFew > onMany ? FEWER : LINES) + " lines",
                String.format(Locale.ROOT, "%,.0f/s, we %.0f %%", theirs, 100 * ours / theirs),
                target);
    }

    /** Messages a second, from the first that came to the last. */
    private double leaving(Api api, Sink sink, String segment) throws Exception {
        var id = api.post("/campaigns", campaign(segment)).get("id").asString();
        long asked = System.nanoTime();
        api.post("/campaigns/" + id + "/send", Map.of());
        figures.add("sending answered", Figures.seconds((System.nanoTime() - asked) / 1e9));
        while (api.get("/campaigns/" + id).get("state").asString().equals("scheduled")) {
            Thread.sleep(100);
        }
        figures.add("it begins to leave after", Figures.seconds((System.nanoTime() - asked) / 1e9));
        while (sink.taken() == 0) {
            Thread.sleep(1);
        }
        long begun = System.nanoTime();
        int first = sink.taken();
        var work = product.work();
        double own = Product.seconds(ProcessHandle.current());
        long last = begun;
        long half = begun;
        int most = 0;
        int atHalf = 0;
        JsonNode report = api.get("/campaigns/" + id + "/report");
        while (report.get("waiting").asInt() > 0) {
            Thread.sleep(people > 50_000 ? 500 : 50);
            if (sink.taken() > most) {
                most = sink.taken();
                last = System.nanoTime();
                if (most < people / 2) {
                    half = last;
                    atHalf = most;
                }
            }
            report = api.get("/campaigns/" + id + "/report");
        }
        if (sink.taken() != report.get("sent").asInt()
                || report.get("uncertain").asInt() != 0) {
            throw new IllegalStateException("The sink took " + sink.taken() + ", and the report says " + report);
        }
        var used = product.work().since(work);
        double mine = Product.seconds(ProcessHandle.current()) - own;
        double each = 1_000.0 / Math.max(1, sink.taken() - first);
        figures.add(
                "processors for each: server, database, sink",
                String.format(
                        Locale.ROOT, "%.3f, %.3f, %.3f ms", used.server() * each, used.database() * each, mine * each));
        figures.add("its second half", Figures.rate(sink.taken() - atHalf, (last - half) / 1e9));
        return sink.taken() / ((last - begun) / 1e9);
    }

    static Map<String, Object> campaign(String segment) {
        return Map.of(
                "name",
                "Bench",
                "purpose",
                "role-marketing",
                "senderName",
                "Jenny, Bench",
                "segment",
                segment,
                "perMinute",
                0,
                "languages",
                List.of("fi"),
                "subjects",
                Map.of("fi", "Syksyn uutiset, {{firstName|hei}}"),
                "why",
                Map.of("fi", "vastaat varautumisesta"),
                "blocks",
                List.of(
                        Map.of("kind", "heading", "words", Map.of("fi", "Syksyn uutiset")),
                        Map.of(
                                "kind",
                                "text",
                                "words",
                                Map.of("fi", "Hei {{firstName|sinä}}!\n\n" + PARAGRAPH.repeat(4))),
                        Map.of("kind", "text", "words", Map.of("fi", PARAGRAPH.repeat(4) + " {{organisation|}}")),
                        Map.of(
                                "kind",
                                "button",
                                "url",
                                "https://bench.example/uutiset",
                                "words",
                                Map.of("fi", "Lue lisää"))));
    }
}
