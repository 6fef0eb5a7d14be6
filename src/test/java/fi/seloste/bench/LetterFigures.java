package fi.seloste.bench;

import fi.seloste.Inside;
import fi.seloste.store.Letter;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.nio.file.Path;
import java.util.Map;

/** How fast the house's own letters leave, one job each, when many wait: from the first that the server took to the last. */
final class LetterFigures {

    private static final int MOST = 10_000;
    private static final int AT_ONCE = 100;
    private static final String WORDS =
            "Saimme pyyntösi. Annathan takaisin tämän koodin, niin tiedämme, että osoite on sinun.\n\n    123456\n\n"
                    .repeat(6);

    private final Product product;
    private final Path data;
    private final Figures figures;
    private final int many;

    LetterFigures(Product product, Path data, Figures figures, Bench.Options options) {
        this.product = product;
        this.data = data;
        this.figures = figures;
        this.many = Math.min(MOST, options.people());
    }

    void measure() throws Exception {
        figures.heading("Letters of the house, one by one");
        try (var inside = Inside.open(data)) {
            queue(inside.get(Purposes.class), inside.get(Mail.class));
        }
        try (var sink = new Sink()) {
            product.start(Map.of(
                    "SELOSTE_MAIL_HOST", "127.0.0.1",
                    "SELOSTE_MAIL_PORT", String.valueOf(sink.port()),
                    "SELOSTE_MAIL_FROM", "privacy@firm.example"));
            try {
                leave(sink);
            } finally {
                product.stop();
            }
        }
    }

    private void queue(Purposes purposes, Mail mail) {
        for (int i = 0; i < many; i += AT_ONCE) {
            int from = i;
            purposes.as(Purpose.TECHNICAL, () -> {
                for (int j = from; j < Math.min(many, from + AT_ONCE); j++) {
                    mail.send(new Letter("bench", "reader" + j + "@elsewhere.example", "Pyyntösi", WORDS, null));
                }
            });
        }
    }

    private void leave(Sink sink) throws InterruptedException {
        while (sink.taken() == 0) {
            Thread.sleep(1);
        }
        int first = sink.taken();
        long begun = System.nanoTime();
        while (sink.taken() < many) {
            Thread.sleep(5);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        figures.add("letters handed over", Figures.rate(many - first, seconds));
        figures.add("connections that they took", "%,d for %,d letters".formatted(sink.lines(), many));
    }
}
