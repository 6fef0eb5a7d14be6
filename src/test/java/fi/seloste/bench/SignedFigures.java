package fi.seloste.bench;

import fi.seloste.Zone;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How fast a campaign leaves whose messages we sign ourselves (DKIM, RSA-2048), beside what this machine signs when it does nothing else. */
final class SignedFigures {

    private final Api api;
    private final Figures figures;

    SignedFigures(Api api, Figures figures) {
        this.api = api;
        this.figures = figures;
    }

    void measure(Map<String, Object> campaign) throws Exception {
        var sender = api.post(
                "/senders",
                Map.of("name", "Bench", "address", "news@letters.bench.example", "domain", "letters.bench.example"));
        var id = sender.get("id").asString();
        sender.get("records")
                .forEach(record -> Zone.says(
                        record.get("name").asString(), record.get("value").asString()));
        if (!api.post("/senders/" + id + "/look", Map.of()).get("ready").asBoolean()) {
            throw new IllegalStateException("The sender is not ready: " + api.get("/senders/" + id));
        }
        var signed = new HashMap<>(campaign);
        signed.put("sender", id);
        double first = BareSenders.signatures(Duration.ofSeconds(5));
        double ours = Pace.of(api, signed, 3);
        double most = Math.max(first, BareSenders.signatures(Duration.ofSeconds(5)));
        figures.add("this machine signs, doing nothing else", Figures.rate(most, 1));
        figures.add(
                "handed over and signed by us",
                String.format(Locale.ROOT, "%,.0f/s, %.0f %% of it", ours, 100 * ours / most),
                ">= 60 %");
    }
}
