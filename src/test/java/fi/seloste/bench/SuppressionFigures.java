package fi.seloste.bench;

import fi.seloste.Inside;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How fast another program can ask whether an address may be used. */
final class SuppressionFigures {

    static final int LISTED = 100_000;
    private static final int ASKED = 2_000;

    private final Api api;
    private final Figures figures;
    private final int people;

    SuppressionFigures(Api api, Figures figures, int people) {
        this.api = api;
        this.figures = figures;
        this.people = people;
    }

    static void list(Inside inside) {
        var jdbc = inside.get(JdbcClient.class);
        inside.get(Purposes.class).as(Purpose.OWNER, () -> {
            jdbc.sql("""
                            insert into suppression.entry
                                   (entry_id, kind, channel, strict_print, canonical_print, key_version, since_at, reason)
                            select gen_random_uuid(), case when i % 2 = 0 then 'marketing-ban' else 'recollection' end, 'email',
                                   sha256(('strict ' || i)::bytea), sha256(('canonical ' || i)::bytea), 1, '2026-01-01', 'bench'
                              from generate_series(1, :many) i""").param("many", LISTED).update();
            jdbc.sql("analyze suppression.entry").update();
        });
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
