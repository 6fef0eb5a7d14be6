package fi.seloste.bench;

import fi.seloste.Inside;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.register.Ban;
import fi.seloste.register.MarketingBan;
import fi.seloste.store.Blobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A timeline for everybody, four people with much of it, and some bans. Written as the owner, since it is not what is measured. */
final class Filling {

    static final int[] RECORDS = {10, 1_000, 10_000, 100_000};
    /** Of the last of them, in files of ten megabytes. */
    static final int FILES = 200;

    private static final int AT_ONCE = 20_000;
    private static final Actor BENCH = Actor.system("bench");

    private final Purposes purposes;
    private final JdbcClient jdbc;
    private final MarketingBan bans;
    private final Blobs blobs;
    private final Figures figures;
    private final Bench.Options options;

    Filling(Inside inside, Figures figures, Bench.Options options) {
        this.purposes = inside.get(Purposes.class);
        this.jdbc = inside.get(JdbcClient.class);
        this.bans = inside.get(MarketingBan.class);
        this.blobs = inside.get(Blobs.class);
        this.figures = figures;
        this.options = options;
    }

    void fill() {
        long start = System.nanoTime();
        var after = new UUID(0, 0);
        for (int done = 0; done < options.people(); done += AT_ONCE) {
            after = notes(after);
            if (done % 100_000 == 0) {
                figures.say("timelines of %,d people".formatted(Math.min(options.people(), done + AT_ONCE)));
            }
        }
        for (int i = 0; i < RECORDS.length; i++) {
            much(Crowd.email(i + 1), RECORDS[i]);
        }
        if (options.has("rights")) {
            files(Crowd.email(RECORDS.length));
        }
        banned();
        purposes.as(Purpose.OWNER, () -> jdbc.sql("analyze").update());
        figures.say("filled in %s".formatted(Figures.seconds((System.nanoTime() - start) / 1e9)));
    }

    private UUID notes(UUID after) {
        return purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("""
                            insert into register.note (note_id, person_id, standing, kind, text, at, written_by_name, created_at)
                            select uuidv7(), p.person_id, p.standing, (array['note', 'call', 'meeting', 'mail'])[1 + n % 4],
                                   'Talked about the next step, as agreed the time before: number ' || n, t.at, 'Bench', t.at
                              from (select person_id, standing from register.person where person_id > :after order by person_id limit :many) p
                             cross join generate_series(1, :notes) n
                             cross join lateral (select timestamptz '2026-11-01 10:00Z' - n * interval '41 hours' as at) t""")
                    .param("after", after)
                    .param("many", AT_ONCE)
                    .param("notes", options.notes())
                    .update();
            return jdbc.sql("""
                            select person_id
                              from (select person_id from register.person where person_id > :after order by person_id limit :many) p
                             order by person_id desc
                             limit 1""")
                    .param("after", after)
                    .param("many", AT_ONCE)
                    .query(UUID.class)
                    .optional()
                    .orElse(after);
        });
    }

    private void much(String email, int records) {
        purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("""
                                insert into register.note (note_id, person_id, standing, kind, text, at, written_by_name, created_at)
                                select uuidv7(), c.person_id, c.standing, 'call', 'Called about this and that: number ' || n, t.at, 'Bench', t.at
                                  from register.contact_point c
                                 cross join generate_series(1, :records) n
                                 cross join lateral (select timestamptz '2026-10-01 10:00Z' - n * interval '1 hour' as at) t
                                 where c.value = :email""")
                        .param("records", records)
                        .param("email", email)
                        .update());
    }

    /** As recordings are: nothing of them can be pressed together. */
    private void files(String email) {
        var random = new java.util.Random(1);
        var content = new byte[10 << 20];
        for (int i = 0; i < FILES; i++) {
            random.nextBytes(content);
            purposes.as(Purpose.CUSTOMER, () -> {
                var person = jdbc.sql("select person_id from register.contact_point where value = :email")
                        .param("email", email)
                        .query(UUID.class)
                        .single();
                var label = new Blobs.Label("recording.mp4", "video/mp4", new PersonId(person));
                return blobs.keep(label, new ByteArrayInputStream(content));
            });
        }
        figures.say("%d files of 10 MB".formatted(FILES));
    }

    private void banned() {
        int many = Math.min(1_000, options.people() / 100);
        List<UUID> some = purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select person_id from register.person order by md5(person_id::text) limit :many")
                        .param("many", many)
                        .query(UUID.class)
                        .list());
        some.forEach(id ->
                purposes.as(Purpose.CUSTOMER, () -> bans.ban(new PersonId(id), Ban.because("asked by phone"), BENCH)));
    }
}
