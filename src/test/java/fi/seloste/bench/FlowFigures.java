package fi.seloste.bench;

import fi.seloste.Inside;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many people a second go through a flow: into it with an audience, over a wait, and over a mail that leaves. The sink shares this machine. */
final class FlowFigures {

    private static final Map<String, ?> WAIT = Map.of("kind", "wait", "days", 1);

    private static final Map<String, ?> MAIL = Map.of(
            "kind",
            "mail",
            "name",
            "Hello",
            "subjects",
            Map.of("fi", "Hei, {{firstName|sinä}}"),
            "why",
            Map.of("fi", "vastaat varautumisesta"),
            "blocks",
            List.of(Map.of("kind", "text", "words", Map.of("fi", "Hei {{firstName|sinä}}, tervetuloa."))));

    private final Product product;
    private final String token;
    private final Figures figures;
    private final Bench.Options options;

    FlowFigures(Product product, String token, Figures figures, Bench.Options options) {
        this.product = product;
        this.token = token;
        this.figures = figures;
        this.options = options;
    }

    void measure() throws Exception {
        figures.heading("A flow that everybody goes through");
        try (var sink = new Sink()) {
            product.start(settings(sink));
            try {
                var flow = UUID.fromString(entered(new Api(product, token)));
                product.stop();
                aDayLater(flow);
                product.start(settings(sink));
                mailed(flow, sink);
            } finally {
                product.stop();
            }
        }
    }

    private static Map<String, String> settings(Sink sink) {
        return Map.of(
                "SELOSTE_NO_CACHE", "1",
                "SELOSTE_MAIL_HOST", "127.0.0.1",
                "SELOSTE_MAIL_PORT", String.valueOf(sink.port()),
                "SELOSTE_MAIL_FROM", "letters@bench.example",
                "SELOSTE_BASE_URL", "https://register.bench.example");
    }

    private String entered(Api api) throws Exception {
        var segment = api.post("/segments", Map.of("name", "All for a flow", "groups", List.of()))
                .get("id")
                .asString();
        int many = api.get("/segments/" + segment + "/count").get("people").asInt();
        var flow = api.post(
                        "/flows",
                        Map.of(
                                "name",
                                "Bench",
                                "trigger",
                                Map.of("kind", "audience", "of", segment),
                                "purpose",
                                "role-marketing",
                                "senderName",
                                "Jenny, Bench",
                                "languages",
                                List.of("fi"),
                                "steps",
                                List.of(WAIT, MAIL, WAIT)))
                .get("id")
                .asString();
        long begun = System.nanoTime();
        api.post("/flows/" + flow + "/start", Map.of());
        var passages = "flows.passage where flow_id = '" + flow + "'";
        until(() -> product.count(passages) >= many);
        figures.add("entered with an audience", Figures.rate(many, since(begun)));
        until(() -> product.count(passages + " and waits") >= many);
        figures.add("entered and led to the first wait", Figures.rate(many, since(begun)));
        return flow;
    }

    /** As if the day had passed for all of them at once. */
    private void aDayLater(UUID flow) throws Exception {
        try (var inside = Inside.open(options.folder().resolve("data"))) {
            inside.get(Purposes.class)
                    .as(
                            Purpose.OWNER,
                            () -> inside.get(JdbcClient.class)
                                    .sql(
                                            "update flows.passage set due_at = due_at - interval '2 days' where flow_id = :flow")
                                    .param("flow", flow)
                                    .update());
        }
    }

    private void mailed(UUID flow, Sink sink) throws Exception {
        long many = product.count("flows.passage where flow_id = '" + flow + "'");
        var standing = "flows.passage where flow_id = '" + flow + "' and due_at > now()";
        long begun = System.nanoTime();
        until(() -> product.count(standing) > 0);
        long first = System.nanoTime();
        var work = product.work();
        until(() -> product.count(standing) >= many);
        var used = product.work().since(work);
        figures.add("over a mail to the next wait", Figures.rate(many, since(first)));
        until(() -> sink.taken() >= many);
        figures.add("until each message has left", Figures.rate(many, since(first)));
        Thread.sleep(2_000);
        figures.add("people, and messages that left", "%,d, %,d".formatted(many, sink.taken()), "one each");
        figures.say(
                "work for each over the mail, and for what left meanwhile: %.2f ms in the server, %.2f ms in the database"
                        .formatted(1e3 * used.server() / many, 1e3 * used.database() / many));
        figures.say("the first after " + Figures.seconds((first - begun) / 1e9));
    }

    private static void until(Callable<Boolean> so) throws Exception {
        while (!so.call()) {
            Thread.sleep(50);
        }
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
