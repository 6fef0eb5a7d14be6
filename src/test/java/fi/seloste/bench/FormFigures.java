package fi.seloste.bench;

import fi.seloste.Inside;
import fi.seloste.base.Actor;
import fi.seloste.forms.Content;
import fi.seloste.forms.Field;
import fi.seloste.forms.Form;
import fi.seloste.forms.Forms;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * A form on the open web under a flood: by people from everywhere, by one who floods, with stamps that were used and with stamps that are made up. What was
 * said to be taken must be there once, and whoever works meanwhile must not feel it. Whoever asks and the server share this machine.
 */
final class FormFigures {

    private static final String SLUG = "bench";
    private static final String NOTHING = "/o/" + "A".repeat(32) + ".gif";
    private static final Pattern STAMP = Pattern.compile("name=\"guard-stamp\" value=\"([^\"]*)\"");
    private static final Set<Field.Kind> ASKED = Set.of(Field.Kind.NAME, Field.Kind.EMAIL, Field.Kind.MESSAGE);
    private static final int MOST = 10_000;
    /** Nobody of them runs a script, so each has the page open for as long as the guard can ask for. */
    private static final int PATIENCE = 81_000;

    private final Product product;
    private final String token;
    private final Figures figures;
    private final Bench.Options options;
    private final int many;

    FormFigures(Product product, String token, Figures figures, Bench.Options options) {
        this.product = product;
        this.token = token;
        this.figures = figures;
        this.options = options;
        this.many = Math.min(MOST, options.people());
    }

    /** Why somebody sends it, and what a good server says to it. */
    private enum Kind {
        EVERYBODY("sent once by people from everywhere"),
        ONE("sent by one address"),
        USED("with a stamp that was used"),
        MADE_UP("with a stamp that is made up");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private record Filled(Kind kind, int number, String stamp) {

        String from() {
            return kind == Kind.ONE ? "192.0.2.99" : "10.%d.%d.7".formatted(number / 250 % 250, number % 250);
        }

        String words() {
            return "edition=1&guard-stamp=%s&name=%s&email=%s&message=%s"
                    .formatted(
                            Api.encoded(stamp),
                            Api.encoded(Crowd.name(number)),
                            Api.encoded("visitor" + number + "@elsewhere.example"),
                            Api.encoded("Kertoisitteko lisää? Terveisin " + number));
        }
    }

    private record Answered(Kind kind, int code) {}

    void measure() throws Exception {
        figures.heading("A form under a flood");
        published();
        product.start(Map.of("SELOSTE_TRUSTED_PROXIES", "127.0.0.1"));
        try {
            var api = new Api(product, token);
            empty();
            var filled = opened();
            var usual = pages(api, new AtomicBoolean(), 200);
            Thread.sleep(PATIENCE);
            var rest = others(filled);
            flood(api, rest, usual);
        } finally {
            product.stop();
        }
    }

    private void published() throws Exception {
        try (var inside = Inside.open(options.folder().resolve("data"));
                var content = Content.class.getResourceAsStream("/demo/form-contact.json")) {
            var forms = inside.get(Forms.class);
            var whole = JsonMapper.shared().readValue(content, Content.class);
            var asked = whole.fields().stream()
                    .filter(field -> ASKED.contains(field.kind()))
                    .toList();
            var id = forms.add(
                    new Form.Plan("Bench", SLUG, "contact", new Form.Handling(null, 0, false, ""), List.of()),
                    new Content(whole.languages(), whole.headings(), asked),
                    Actor.system("bench"));
            forms.publish(id, Actor.system("bench"));
        }
    }

    /** What the same server answers where there is nothing to do. */
    private void empty() throws Exception {
        double rate = 0;
        for (int round = 0; round < 3; round++) {
            var asked = new ArrayList<Integer>(Collections.nCopies(many, round));
            rate = many / allAtOnce(asked, (client, one) -> client.get(NOTHING, "10.0.0." + (1 + one)));
        }
        figures.add("a door of the same server, doing nothing", "%,.0f/s".formatted(rate));
    }

    private List<Filled> opened() throws Exception {
        var filled = new ConcurrentLinkedQueue<Filled>();
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < many + many / 10; i++) {
            numbers.add(i);
        }
        var work = product.work();
        double seconds = allAtOnce(numbers, (client, number) -> {
            var one = new Filled(number < many ? Kind.EVERYBODY : Kind.ONE, number, "");
            var page = client.get("/f/" + SLUG, one.from()).body();
            var stamp = STAMP.matcher(page);
            if (!stamp.find()) {
                throw new IOException("The form has no stamp: " + page.substring(0, Math.min(300, page.length())));
            }
            filled.add(new Filled(one.kind(), number, stamp.group(1)));
        });
        figures.add("pages with the form, opened", Figures.rate(numbers.size(), seconds));
        figures.add("processors for each", product.work().since(work).each(numbers.size()));
        return List.copyOf(filled);
    }

    /** A tenth each of those that come a second time, and of those that nobody served. */
    private List<Filled> others(List<Filled> filled) {
        var all = new ArrayList<>(filled);
        for (var one : filled.subList(0, many / 10)) {
            all.add(new Filled(Kind.USED, one.number() + 1_000_000, one.stamp()));
            all.add(new Filled(Kind.MADE_UP, one.number() + 2_000_000, "AAAA." + one.stamp()));
        }
        Collections.shuffle(all, new Random(7));
        return all;
    }

    private void flood(Api api, List<Filled> filled, Timings usual) throws Exception {
        var answered = new ConcurrentLinkedQueue<Answered>();
        var over = new AtomicBoolean();
        var meanwhile = new Timings[1];
        var works = Thread.ofPlatform().start(() -> meanwhile[0] = pages(api, over, Integer.MAX_VALUE));
        long begun = System.nanoTime();
        var work = product.work();
        double seconds = allAtOnce(filled, (client, one) -> {
            var request = client.post("/f/" + SLUG, one.from(), one.words());
            answered.add(new Answered(one.kind(), client.ask(request).code()));
        });
        var spent = product.work().since(work);
        over.set(true);
        works.join();
        figures.add("sent, as fast as it was answered", Figures.rate(filled.size(), seconds), ">= 1,000/s");
        figures.add("answered", Figures.rate(answered.size(), seconds));
        figures.add("processors for each, with what goes on behind the answer", spent.each(filled.size()));
        for (var kind : Kind.values()) {
            told(kind, answered);
        }
        figures.add("a page of staff before", usual.toString());
        figures.add("the same meanwhile", meanwhile[0].toString());
        long taken = answered.stream().filter(one -> one.code() == 303).count();
        kept(taken, begun);
    }

    private void told(Kind kind, Collection<Answered> answered) {
        figures.add(
                kind.words,
                String.format(
                        Locale.ROOT,
                        "%,d taken, %,d too many, %,d told why not, %,d in error",
                        count(kind, answered, 303, 303),
                        count(kind, answered, 429, 429),
                        count(kind, answered, 200, 200) + count(kind, answered, 400, 428),
                        count(kind, answered, 500, 599)));
    }

    private static long count(Kind kind, Collection<Answered> answered, int from, int to) {
        return answered.stream()
                .filter(one -> one.kind() == kind && one.code() >= from && one.code() <= to)
                .count();
    }

    /** Nothing that was said to be taken is lost, and nothing is there twice: a stamp that is used lets through one of two. */
    private void kept(long taken, long begun) throws SQLException, IOException, InterruptedException {
        while (product.count("store.scheduled_tasks where task_name = 'forms-intake'") > 0) {
            Thread.sleep(200);
        }
        figures.add("until each was asked whether the address answers", Figures.rate(taken, since(begun)));
        figures.add(
                "kept",
                "%,d".formatted(product.count("forms.arrival") + product.count("forms.submission")),
                "%,d, as many as were taken".formatted(taken));
        figures.add(
                "kept twice",
                "%,d"
                        .formatted(product.count(
                                "(select email from forms.arrival group by email having count(*) > 1) t")),
                "0");
        figures.add(
                "kept with a stamp that was used or made up",
                "%,d of %,d"
                        .formatted(product.count("forms.arrival where email ~ '^visitor[12][0-9]{6}@'"), many / 10));
        figures.add("memory of the server at most", product.peakMegabytes() + " MB");
    }

    /** What somebody of staff looks at all day, a few times a second. */
    private Timings pages(Api api, AtomicBoolean over, int most) {
        var millis = new ArrayList<Double>();
        while (!over.get() && millis.size() < most) {
            long asked = System.nanoTime();
            api.get("/people?limit=25");
            millis.add(since(asked) * 1_000);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return new Timings(millis.stream().mapToDouble(one -> one).sorted().toArray());
    }

    private <T> double allAtOnce(List<T> all, AtOnce.Ask<T> ask) throws InterruptedException {
        return new AtOnce(product.url(), figures).all(all, ask);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
