package fi.seloste.bench;

import fi.seloste.Inside;
import fi.seloste.base.SecretLink;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What very many presses of "unsubscribe" after a campaign cost, as mail programs send them (RFC 8058). Whoever was answered is banned. */
final class UnsubscribeFigures {

    private static final int MOST = 10_000;

    private final Product product;
    private final String token;
    private final Figures figures;
    private final Bench.Options options;

    UnsubscribeFigures(Product product, String token, Figures figures, Bench.Options options) {
        this.product = product;
        this.token = token;
        this.figures = figures;
        this.options = options;
    }

    void measure() throws Exception {
        figures.heading("Presses of unsubscribe");
        product.start();
        var campaign = campaign(new Api(product, token));
        product.stop();
        var links = links(UUID.fromString(campaign));
        product.start(Map.of("SELOSTE_TRUSTED_PROXIES", "127.0.0.1"));
        try {
            press(links);
        } finally {
            product.stop();
        }
    }

    private static String campaign(Api api) {
        var segment = api.post("/segments", Map.of("name", "All for unsubscribing", "groups", List.of()))
                .get("id")
                .asString();
        return api.post(
                        "/campaigns",
                        Map.of(
                                "name",
                                "Unsubscribing",
                                "purpose",
                                "role-marketing",
                                "senderName",
                                "Jenny, Bench",
                                "segment",
                                segment,
                                "languages",
                                List.of("fi"),
                                "subjects",
                                Map.of("fi", "Syksyn uutiset"),
                                "why",
                                Map.of("fi", "vastaat varautumisesta"),
                                "blocks",
                                List.of(Map.of("kind", "text", "words", Map.of("fi", "Hei!")))))
                .get("id")
                .asString();
    }

    /** As the campaign would have written them into its messages. */
    private List<String> links(UUID campaign) throws Exception {
        try (var inside = Inside.open(options.folder().resolve("data"))) {
            var jdbc = inside.get(JdbcClient.class);
            return inside.get(Purposes.class).as(Purpose.OWNER, () -> {
                var people = jdbc.sql(
                                "select person_id from register.person where standing = 0 order by person_id limit :most")
                        .param("most", MOST)
                        .query(UUID.class)
                        .list();
                var links = people.stream().map(person -> SecretLink.made()).toList();
                jdbc.sql("""
                                insert into marketing.way_out (way_out_id, token_print, campaign_id, person_id, standing, made_at)
                                select uuidv7(), w.print, :campaign, w.person, 0, timestamptz '2026-11-01 08:00Z'
                                  from unnest(:prints::bytea[], :people::uuid[]) as w (print, person)""")
                        .param("campaign", campaign)
                        .param("prints", links.stream().map(SecretLink::print).toArray(byte[][]::new))
                        .param("people", people.toArray(UUID[]::new))
                        .update();
                return links.stream().map(SecretLink::token).toList();
            });
        }
    }

    private void press(List<String> links) throws Exception {
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < links.size(); i++) {
            numbers.add(i);
        }
        long before = product.count("register.person where standing & 1 = 1");
        var answered = new AtomicInteger();
        var work = product.work();
        double seconds = new AtOnce(product.url(), figures).all(numbers, (client, number) -> {
            var from = "10.%d.%d.7".formatted(number / 250 % 250, number % 250);
            var answer = client.ask(client.post("/u/" + links.get(number), from, "List-Unsubscribe=One-Click"));
            if (answer.code() == 200) {
                answered.incrementAndGet();
            }
        });
        figures.add("pressed, as fast as it was answered", Figures.rate(links.size(), seconds));
        figures.add("processors for each", product.work().since(work).each(links.size()));
        long banned = product.count("register.person where standing & 1 = 1") - before;
        figures.add("answered", "%,d".formatted(answered.get()), "%,d".formatted(links.size()));
        figures.add("banned then", "%,d".formatted(banned), "%,d".formatted(answered.get()));
        written(links.size(), seconds);
    }

    /** The line of each in the journal outside the database follows. */
    private void written(int many, double pressed) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        while (product.count("store.scheduled_tasks where task_name = 'journal-ban'") > 0) {
            Thread.sleep(200);
        }
        figures.add(
                "until each stood in the journal of rights",
                Figures.rate(many, pressed + (System.nanoTime() - begun) / 1e9));
    }
}
