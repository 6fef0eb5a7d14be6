package fi.seloste.bench;

import fi.seloste.Inside;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast opens and clicks are taken in, beside the same door on the same server with a token that leads nowhere, which does nothing; and the report
 * of a campaign with ten rows for each of the people. Whoever asks and the server share this machine.
 */
final class ResponseFigures {

    private static final Pattern CLICK = Pattern.compile("/c/[A-Za-z0-9_-]{32}");
    private static final Pattern OPEN = Pattern.compile("/o/[A-Za-z0-9_-]{32}\\.gif");
    private static final String NOTHING = "/o/" + "A".repeat(32) + ".gif";
    private static final int AT_ONCE = 8;
    private static final int MANY = 20_000;

    private final Product product;
    private final String token;
    private final Figures figures;
    private final Bench.Options options;

    ResponseFigures(Product product, String token, Figures figures, Bench.Options options) {
        this.product = product;
        this.token = token;
        this.figures = figures;
        this.options = options;
    }

    void measure() throws Exception {
        figures.heading("What comes of a campaign");
        try (var sink = new Sink()) {
            product.start(settings(sink));
            var api = new Api(product, token);
            var id = sent(api, sink);
            speed(api, id, sink.last());
            killed(api, id, sink);
            product.stop();
            filled(UUID.fromString(id));
            product.start(settings(sink));
            report(new Api(product, token), id);
            product.stop();
        }
    }

    private static Map<String, String> settings(Sink sink) {
        return Map.of(
                "SELOSTE_MAIL_HOST", "127.0.0.1",
                "SELOSTE_MAIL_PORT", String.valueOf(sink.port()),
                "SELOSTE_MAIL_FROM", "letters@bench.example",
                "SELOSTE_BASE_URL", "https://register.bench.example",
                "SELOSTE_TRUSTED_PROXIES", "127.0.0.1");
    }

    private static String sent(Api api, Sink sink) throws Exception {
        var segment = api.post("/segments", Map.of("name", "All for responses", "groups", List.of()))
                .get("id")
                .asString();
        var id = api.post(
                        "/campaigns",
                        Map.of(
                                "name",
                                "Responses",
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
                                Map.of("fi", "Syksyn uutiset"),
                                "why",
                                Map.of("fi", "vastaat varautumisesta"),
                                "blocks",
                                List.of(Map.of(
                                        "kind", "button",
                                        "url", "https://bench.example/uutiset",
                                        "words", Map.of("fi", "Lue")))))
                .get("id")
                .asString();
        api.post("/campaigns/" + id + "/send", Map.of());
        while (sink.taken() == 0) {
            Thread.sleep(20);
        }
        api.post("/campaigns/" + id + "/cancellation", Map.of());
        return id;
    }

    private void speed(Api api, String id, String mail) throws Exception {
        var click = first(CLICK, mail);
        var open = first(OPEN, mail);
        flood(NOTHING, MANY);
        flood(click, MANY);
        flood(open, MANY);
        double[] rates = new double[3];
        for (int round = 0; round < 3; round++) {
            rates[0] += flood(NOTHING, MANY) / 3;
            rates[1] += flood(click, MANY) / 3;
            rates[2] += flood(open, MANY) / 3;
        }
        Thread.sleep(1_000);
        var told = api.get("/campaigns/" + id + "/report").get("responses");
        figures.add("the same door, doing nothing", rate(rates[0]));
        figures.add("clicks", share(rates[1], rates[0]), ">= 60 % of it, 10,300/s");
        figures.add("opens", share(rates[2], rates[0]), ">= 60 % of it, 10,300/s");
        figures.add(
                "asked and counted",
                "%,d clicks, %,d opens".formatted(all(told.get("clicked")), all(told.get("opened"))),
                "%,d each".formatted(4 * MANY));
    }

    private static long all(tools.jackson.databind.JsonNode count) {
        return count.get("people").asLong() + count.get("machines").asLong();
    }

    /** What was answered before the process was killed, and what of it is there afterwards. */
    private void killed(Api api, String id, Sink sink) throws Exception {
        long before =
                all(api.get("/campaigns/" + id + "/report").get("responses").get("clicked"));
        var click = first(CLICK, sink.last());
        var answered = new AtomicInteger();
        var asking = Thread.ofPlatform().start(() -> {
            try (var client = HttpClient.newHttpClient()) {
                while (true) {
                    one(client, click, answered.get());
                    answered.incrementAndGet();
                    Thread.sleep(1);
                }
            } catch (IOException | InterruptedException e) {
                // the server is gone
            }
        });
        Thread.sleep(3_000);
        long begun = System.nanoTime();
        product.kill();
        asking.join();
        double rate = answered.get() / 3.0;
        product.start(settings(sink));
        long kept = all(new Api(product, token)
                        .get("/campaigns/" + id + "/report")
                        .get("responses")
                        .get("clicked"))
                - before;
        figures.add(
                "lost when killed, of clicks that were answered",
                "%,d of %,d".formatted(answered.get() - kept, answered.get()),
                "<= %,.0f (0.1 s)".formatted(Math.ceil(rate / 10)));
        figures.say("up again after %s".formatted(Figures.seconds((System.nanoTime() - begun) / 1e9)));
    }

    /** Rows as they come of people who agreed, and numbers as they would have grown from them; written in bulk by the owner. */
    private void filled(UUID campaign) throws Exception {
        int each = 10;
        try (var inside = Inside.open(options.folder().resolve("data"))) {
            var jdbc = inside.get(JdbcClient.class);
            inside.get(Purposes.class).as(Purpose.OWNER, () -> {
                jdbc.sql("""
                                insert into responses.trace (trace_id, token_print, campaign_id, crowd_id, person_id, standing, made_at, opens, clicks)
                                select uuidv7(), sha256(p.person_id::text::bytea), :campaign,
                                       (select min(c.crowd_id::text)::uuid from responses.crowd c where c.campaign_id = :campaign),
                                       p.person_id, p.standing, timestamptz '2026-11-01 08:00Z', 5, 5
                                  from register.person p""").param("campaign", campaign).update();
                jdbc.sql("""
                                insert into responses.response (response_id, trace_id, campaign_id, person_id, standing, kind, about, rule, at)
                                select uuidv7(), t.trace_id, t.campaign_id, t.person_id, t.standing,
                                       (array['opened', 'clicked'])[1 + n % 2], case when n % 2 = 1 then 'https://bench.example/uutiset' end, 'none',
                                       t.made_at + n * interval '1 hour'
                                  from responses.trace t
                                 cross join generate_series(1, :each) n
                                 where t.campaign_id = :campaign""").param("campaign", campaign).param("each", each).update();
                jdbc.sql("""
                                insert into responses.tally (tally_id, campaign_id, aspect, part, kind, many)
                                select uuidv7(), :campaign, a.aspect, a.part, k.kind, 1
                                  from (values ('all', ''), ('link', '0'), ('language', 'fi')) as a (aspect, part)
                                 cross join (values ('opened'), ('clicked'), ('machine-opened')) as k (kind)
                                 cross join generate_series(1, 200)
                                union all
                                select uuidv7(), :campaign, 'hour', h::text, k.kind, 1
                                  from generate_series(0, 168) h
                                 cross join (values ('opened'), ('clicked'), ('machine-opened')) as k (kind)
                                 cross join generate_series(1, 4)""").param("campaign", campaign).update();
                return jdbc.sql("analyze responses.response, responses.trace, responses.tally")
                        .update();
            });
        }
        figures.say("%,d rows of responses".formatted((long) options.people() * each));
    }

    private void report(Api api, String id) throws Exception {
        figures.add("rows of responses", "%,d".formatted(product.count("responses.response")), "10 M at 1 M people");
        figures.add(
                "the report of the campaign, by HTTP",
                Timings.of(100, i -> api.get("/campaigns/" + id + "/report")).toString(),
                "p95 < 50 ms");
    }

    /** So many a second. */
    private double flood(String path, int many) throws InterruptedException {
        var left = new AtomicInteger(many);
        var threads = new Thread[AT_ONCE];
        long begun = System.nanoTime();
        for (int i = 0; i < AT_ONCE; i++) {
            threads[i] = Thread.ofPlatform().start(() -> {
                try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
                    for (int number = left.getAndDecrement(); number > 0; number = left.getAndDecrement()) {
                        one(client, path, number);
                    }
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        for (var thread : threads) {
            thread.join();
        }
        return many / ((System.nanoTime() - begun) / 1e9);
    }

    /** From everywhere, by a proxy, as a browser. */
    private void one(HttpClient client, String path, int number) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(product.url() + path))
                        .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                        .header("X-Forwarded-For", "10.%d.%d.7".formatted(number / 250 % 250, number % 250))
                        .header("X-Forwarded-Proto", "https")
                        .build(),
                BodyHandlers.discarding());
        int expected = path.equals(NOTHING) ? 404 : path.startsWith("/c/") ? 302 : 200;
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
    }

    private static String first(Pattern pattern, String mail) {
        var found = pattern.matcher(mail);
        if (!found.find()) {
            throw new IllegalStateException("The message has no link that is followed");
        }
        return found.group();
    }

    private static String rate(double rate) {
        return String.format(Locale.ROOT, "%,.0f/s", rate);
    }

    private static String share(double rate, double of) {
        return String.format(Locale.ROOT, "%,.0f/s, %.0f %% of it", rate, 100 * rate / of);
    }
}
