package fi.seloste.bench;

/** Starting: the first time with everything to make, and later from the start cache; and what it takes when nobody works. */
final class StartFigures {

    private static final int AGAIN = 5;

    private final Product product;
    private final Figures figures;

    StartFigures(Product product, Figures figures) {
        this.product = product;
        this.figures = figures;
    }

    void measure() throws Exception {
        figures.heading("Starting");
        figures.add("first start, with database and migrations", Figures.seconds(product.start()));
        boolean prepared = product.isPrepared();
        product.stop();
        var seconds = new double[AGAIN];
        for (int i = 0; i < AGAIN; i++) {
            seconds[i] = product.start();
            if (i < AGAIN - 1) {
                product.stop();
            }
        }
        java.util.Arrays.sort(seconds);
        figures.add(
                prepared ? "start, not first (median of 5)" : "start, not first, without start cache (median of 5)",
                Figures.seconds(seconds[AGAIN / 2]),
                "< 4 s");
        Thread.sleep(15_000);
        figures.add("idle memory of the server process", product.megabytes() + " MB", "< 350 MB");
        product.stop();
    }
}
