package fi.seloste.bench;

/** How fast another program can ask whether an address may be used. */
final class SuppressionFigures {

    private static final int ASKED = 2_000;

    private final Api api;
    private final Figures figures;
    private final int people;

    SuppressionFigures(Api api, Figures figures, int people) {
        this.api = api;
        this.figures = figures;
        this.people = people;
    }

    void measure() throws InterruptedException {
        figures.heading("Suppression");
        check(0, 300);
        long start = System.nanoTime();
        check(0, ASKED);
        figures.add("checks over one connection", Figures.rate(ASKED, (System.nanoTime() - start) / 1e9));
        start = System.nanoTime();
        var threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            int from = t * ASKED;
            threads[t] = Thread.ofVirtual().start(() -> check(from, ASKED));
        }
        for (var thread : threads) {
            thread.join();
        }
        figures.add("checks over four", Figures.rate(4.0 * ASKED, (System.nanoTime() - start) / 1e9));
    }

    private void check(int from, int many) {
        for (int i = from; i < from + many; i++) {
            api.get("/suppressions/check?email=" + Crowd.email(i % people), "marketing");
        }
    }
}
