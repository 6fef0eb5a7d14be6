package fi.seloste.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Ten thousand messages to the privacy address and ten thousand requests at the public page: none lost, each answered once. */
final class FloodFigures {

    private static final int MOST = 10_000;
    private static final int TAKEN = 500;

    private final int many;

    private final Product product;
    private final String token;
    private final Figures figures;
    private final Bench.Options options;

    FloodFigures(Product product, String token, Figures figures, Bench.Options options) {
        this.product = product;
        this.token = token;
        this.figures = figures;
        this.options = options;
        this.many = Math.min(MOST, options.people());
    }

    /** By mail too, or at the page alone. */
    void measure(boolean alsoByMail) throws Exception {
        figures.heading("A flood of requests");
        var letters = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        letters.start();
        try {
            if (alsoByMail && Dovecot.isHere()) {
                byMail(letters);
            } else if (alsoByMail) {
                figures.say("Mail is not measured: /usr/sbin/dovecot is not here (apt-get install dovecot-imapd).");
            }
            atThePage(letters);
        } finally {
            letters.stop();
        }
    }

    private void byMail(GreenMail letters) throws Exception {
        try (var server = Dovecot.start(options.folder())) {
            server.deliver(many);
            figures.say("%,d messages lie in the mailbox".formatted(many));
            var environment = new HashMap<>(outgoing(letters));
            environment.putAll(Map.of(
                    "SELOSTE_IMAP_HOST", "127.0.0.1",
                    "SELOSTE_IMAP_PORT", String.valueOf(server.port()),
                    "SELOSTE_IMAP_USER", "privacy",
                    "SELOSTE_IMAP_PASSWORD", "secret"));
            product.start(environment);
            var api = new Api(product, token);
            long begun = System.nanoTime();
            while (server.inbox() > 0) {
                Thread.sleep(200);
            }
            double kept = since(begun);
            while (waiting(api) < many) {
                Thread.sleep(500);
            }
            figures.add("mail kept and put away at the server", Figures.rate(many, kept), "10,000 an hour");
            figures.add("the same until it stands on the desk", Figures.rate(many, since(begun)), "");
            take(api);
            written();
            figures.add("memory of the server after it", product.megabytes() + " MB");
            figures.add("messages at the server, put away", "%,d".formatted(server.processed()), "%,d".formatted(many));
            figures.add("messages in the database", "%,d".formatted(count("mailbox.message")), "%,d".formatted(many));
            figures.add("messages on the desk", "%,d".formatted(count("rights.arrival")), "%,d".formatted(many));
            product.stop();
        }
    }

    /** What a person presses, by a program. */
    private void take(Api api) {
        var some = api.get("/rights/inbox?limit=200").get("items");
        long begun = System.nanoTime();
        int taken = 0;
        while (taken < TAKEN && !some.isEmpty()) {
            for (var one : some) {
                if (taken < TAKEN) {
                    api.post(
                            "/rights/inbox/" + one.get("id").asString() + "/request",
                            Map.of("right", "access", "email", one.get("from").asString()));
                    taken++;
                }
            }
            some = api.get("/rights/inbox?limit=200").get("items");
        }
        figures.add("messages taken as requests, one after the other", Figures.rate(taken, since(begun)), "");
    }

    private static long waiting(Api api) {
        long count = 0;
        var after = "";
        while (true) {
            var page = api.get("/rights/inbox?limit=200" + after);
            count += page.get("items").size();
            if (page.get("next") == null || page.get("next").isNull()) {
                return count;
            }
            after = "&after=" + page.get("next").asString();
        }
    }

    private void atThePage(GreenMail letters) throws Exception {
        letters.purgeEmailFromAllMailboxes();
        var environment = new HashMap<>(outgoing(letters));
        environment.put("SELOSTE_TRUSTED_PROXIES", "127.0.0.1");
        product.start(environment);
        var sent = new PublicPage(product.url()).ask(many);
        long begun = System.nanoTime();
        figures.add("requests taken at the public page", Figures.rate(sent.taken(), sent.seconds()), "10,000 an hour");
        figures.add("refused to one who floods, with a time to wait", "%,d".formatted(sent.refused()), "");
        written();
        figures.add(
                "the same until each is matched and written to",
                Figures.rate(sent.taken(), sent.seconds() + since(begun)),
                "");
        figures.add("memory of the server after it", product.megabytes() + " MB");
        var pages = "rights.request where channel = 'public-page'";
        figures.add("requests in the database", "%,d".formatted(count(pages)), "%,d".formatted(sent.taken()));
        figures.add(
                "of them neither asked for a code nor answered",
                "%,d".formatted(count(pages + " and state = 'received'")),
                "0");
        figures.add("letters that arrived", "%,d".formatted(letters.getReceivedMessages().length));
        figures.add("letters that arrived twice", twice(letters), "0");
        product.stop();
    }

    /** Waits until nobody waits for a match or a letter any more. */
    private void written() throws SQLException, InterruptedException {
        while (count("store.scheduled_tasks where task_name in ('rights-intake', 'rights', 'letter')") > 0) {
            Thread.sleep(500);
        }
    }

    private String twice(GreenMail letters) throws Exception {
        var seen = new HashMap<String, Integer>();
        for (var one : letters.getReceivedMessages()) {
            seen.merge(one.getAllRecipients()[0] + " " + one.getSubject(), 1, Integer::sum);
        }
        return String.valueOf(seen.values().stream().filter(times -> times > 1).count());
    }

    private Map<String, String> outgoing(GreenMail letters) {
        return Map.of(
                "SELOSTE_MAIL_HOST", "127.0.0.1",
                "SELOSTE_MAIL_PORT", String.valueOf(letters.getSmtp().getPort()),
                "SELOSTE_MAIL_FROM", "privacy@firm.example");
    }

    private long count(String from) throws SQLException {
        return product.count(from);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
