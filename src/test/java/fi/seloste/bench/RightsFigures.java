package fi.seloste.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Answering requests: a copy of much and of little, an erasure with its plan and the first part of its certificate. */
final class RightsFigures {

    private static final int TIMES = 5;

    private final Api api;
    private final Figures figures;

    RightsFigures(Api api, Figures figures) {
        this.api = api;
        this.figures = figures;
    }

    void measure() {
        figures.heading("Rights");
        for (int i = 0; i < 3; i++) {
            copy(Crowd.email(i + 1), Filling.RECORDS[i]);
        }
        erasure("some thirty records", 100, TIMES);
        erasure("10,000 records", 3, 1);
    }

    /** Somebody with a whole archive, on a server with little memory. */
    void measureLargest(Product product) throws IOException {
        var who = "100,000 records and 2 GB of files";
        long idle = product.megabytes();
        var id = proved("access", Crowd.email(4));
        long start = System.nanoTime();
        api.post("/rights/requests/" + id + "/fulfilment", Map.of());
        double made = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        long size = api.length("/rights/requests/" + id + "/package");
        figures.add("access copy of a person with " + who, "%s, %,d MB".formatted(Figures.seconds(made), size >> 20));
        figures.add("fetching it", Figures.rate(size >> 20, (System.nanoTime() - start) / 1e9) + " MB");
        figures.add(
                "memory with a heap of 256 MB: idle, at most",
                "%d, %d MB".formatted(idle, product.peakMegabytes()),
                "constant");
        erasure(who, 4, 1);
        figures.add(
                "memory after the erasure: now, at most",
                "%d, %d MB".formatted(product.megabytes(), product.peakMegabytes()),
                "");
    }

    private void copy(String email, int records) {
        long size = 0;
        var seconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            var id = proved("access", email);
            long start = System.nanoTime();
            api.post("/rights/requests/" + id + "/fulfilment", Map.of());
            size = api.bytes("/rights/requests/" + id + "/package").length;
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        figures.add(
                String.format(Locale.ROOT, "access copy of a person with %,d records", records),
                String.format(Locale.ROOT, "%.2f s, %,d KB", seconds[TIMES / 2], size >> 10),
                records == 10_000 ? "< 1 s" : "");
    }

    private void erasure(String of, int first, int times) {
        var planned = new double[times];
        var done = new double[times];
        for (int i = 0; i < times; i++) {
            var id = proved("erasure", Crowd.email(first + i * 11));
            long start = System.nanoTime();
            api.get("/rights/requests/" + id + "/plan");
            planned[i] = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            var closed = api.post("/rights/requests/" + id + "/fulfilment", Map.of());
            api.get("/rights/requests/" + id + "/certificate");
            done[i] = (System.nanoTime() - start) / 1e9;
            if (!closed.get("state").asString().equals("closed")) {
                throw new IllegalStateException("The erasure is not done: " + closed);
            }
        }
        Arrays.sort(planned);
        Arrays.sort(done);
        figures.add("plan of an erasure of " + of, Figures.seconds(planned[times / 2]));
        figures.add("erasure of " + of + ", with certificate", Figures.seconds(done[times / 2]), "< 2 s");
    }

    private String proved(String right, String email) {
        var id = api.post("/rights/requests", Map.of("right", right, "email", email))
                .get("id")
                .asString();
        api.post("/rights/requests/" + id + "/identity", Map.of("how", "attested", "note", "called back"));
        return id;
    }
}
