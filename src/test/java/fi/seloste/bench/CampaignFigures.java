package fi.seloste.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How fast a campaign leaves, beside a bare sender that has its messages ready: the same size of message, to the same sink, in the same minute. The
 * sink, both senders and the database share this machine.
 */
final class CampaignFigures {

    private static final String PARAGRAPH =
            "Syksyllä moni asia muuttuu: uusia ominaisuuksia, koulutuksia ja ohjeita on paljon, ja kokosimme niistä tähän ne, jotka koskevat juuri työtäsi. ";

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
            // What makes the next start quicker is made beside a fresh one, and would take half a core from what is
            // measured.
            product.start(Map.of(
                    "SELOSTE_NO_CACHE", "1",
                    "SELOSTE_MAIL_HOST", "127.0.0.1",
                    "SELOSTE_MAIL_PORT", String.valueOf(sink.port()),
                    "SELOSTE_MAIL_FROM", "letters@bench.example",
                    "SELOSTE_BASE_URL", "https://register.bench.example",
                    "SELOSTE_MEMORY", "256m"));
            try {
                measure(new Api(product, token), sink);
            } finally {
                product.stop();
            }
        }
    }

    private void measure(Api api, Sink sink) throws Exception {
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
        long size = sink.bytes() / Math.max(1, sink.taken());
        double bare = bare(sink, (int) size);
        figures.add("size of a message", "%,d bytes".formatted(size));
        figures.add("a bare sender on two lines", Figures.rate(bare, 1));
        figures.add(
                "handed over",
                String.format(Locale.ROOT, "%,.0f/s, %.0f %% of it", left, 100 * left / bare),
                ">= 2,500/s, 30 %");
        figures.add("memory before, most while it left", "%d, %d MB".formatted(before, product.peakMegabytes()));
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
        int most = 0;
        JsonNode report = api.get("/campaigns/" + id + "/report");
        while (report.get("waiting").asInt() > 0) {
            Thread.sleep(people > 50_000 ? 500 : 50);
            if (sink.taken() > most) {
                most = sink.taken();
                last = System.nanoTime();
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
        return sink.taken() / ((last - begun) / 1e9);
    }

    private static Map<String, Object> campaign(String segment) {
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

    /** What a Java program does that has nothing else to do: two lines, the message ready, one write for it. */
    private double bare(Sink sink, int size) throws Exception {
        var mail = "%s\r\n.\r\n"
                .formatted("x".repeat(74).concat("\r\n").repeat(size / 76))
                .getBytes(StandardCharsets.US_ASCII);
        send(sink, mail, 2_000);
        int many = 20_000;
        long start = System.nanoTime();
        send(sink, mail, many);
        return many / ((System.nanoTime() - start) / 1e9);
    }

    private static void send(Sink sink, byte[] mail, int many) throws InterruptedException {
        var lines = new Thread[2];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Thread.ofPlatform().start(() -> send(sink.port(), mail, many / lines.length));
        }
        for (var line : lines) {
            line.join();
        }
    }

    private static void send(int port, byte[] mail, int many) {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), port);
                var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
                var out = line.getOutputStream()) {
            line.setTcpNoDelay(true);
            in.readLine();
            for (int i = 0; i < many; i++) {
                for (var word :
                        new String[] {"MAIL FROM:<a@bench.example>", "RCPT TO:<r" + i + "@bench.example>", "DATA"}) {
                    out.write((word + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    in.readLine();
                }
                out.write(mail);
                in.readLine();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
