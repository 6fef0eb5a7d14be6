package fi.seloste.bench;

import fi.seloste.Inside;
import fi.seloste.retention.NightlySweep;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One night in which many people's time is over: their rows go, with prints kept and evidence written. */
final class SweepFigures {

    private static final int MOST = 20_000;

    private final Inside inside;
    private final JdbcClient jdbc;
    private final Figures figures;
    private final int due;

    SweepFigures(Inside inside, Figures figures, int people) {
        this.inside = inside;
        this.jdbc = inside.get(JdbcClient.class);
        this.figures = figures;
        this.due = Math.min(MOST, people / 5);
    }

    void measure() {
        fallDue();
        forgetTonight();
        long before = people();
        long begun = System.nanoTime();
        inside.get(NightlySweep.class).run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        long gone = before - people();
        if (gone < due) {
            figures.say("The sweep removed %,d of %,d: it begins at two o'clock, once a night.".formatted(gone, due));
            return;
        }
        figures.add(
                "people removed by the nightly sweep",
                "%,.0f a minute (%,d in %.1f s)".formatted(gone / seconds * 60, gone, seconds));
    }

    /** Found long ago, and never heard of since. */
    private void fallDue() {
        inside.get(Purposes.class)
                .as(Purpose.OWNER, () -> jdbc.sql("""
                        update register.person
                           set sourced_on = date '2012-05-02', last_act_at = null
                         where person_id in (select person_id from register.person where merged_into is null and (standing & 8) = 0
                                              order by person_id desc limit :due)""").param("due", due).update());
    }

    /** The product has stood since this morning, and may have swept already. */
    private void forgetTonight() {
        inside.get(Purposes.class).as(Purpose.OWNER, () -> {
            jdbc.sql("delete from retention.removed").update();
            jdbc.sql("delete from retention.run").update();
        });
    }

    private long people() {
        return inside.get(Purposes.class)
                .as(
                        Purpose.OWNER,
                        () -> jdbc.sql("select count(*) from register.person where (standing & 8) = 0")
                                .query(Long.class)
                                .single());
    }
}
