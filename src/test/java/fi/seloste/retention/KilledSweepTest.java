package fi.seloste.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.Faults;
import fi.seloste.Policy;
import fi.seloste.base.PersonId;
import fi.seloste.register.Note;
import fi.seloste.store.Blobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Recurring;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A night's removal, killed right before and right after each of its commits. */
@DatabaseTest
@Import(Archive.class)
class KilledSweepTest {

    private static final LocalDate CAME = LocalDate.of(2024, 5, 2);
    private static final LocalDate NIGHT = LocalDate.of(2026, 5, 3);

    @Autowired
    Faults faults;

    @Autowired
    Archive archive;

    @Autowired
    Blobs blobs;

    @Autowired
    List<Recurring> recurring;

    /** Due, held, and staying while a letter goes. */
    private record Three(PersonId due, PersonId held, PersonId stays, UUID file) {}

    @Test
    @Policy({"T11", "R25"})
    void wherever_a_sweep_is_killed_the_next_one_ends_it_with_everybody_removed_once() {
        var all = faults.mustEndAlike("sweep", new Faults.Course<Three, Map<String, Object>>() {
            @Override
            public Three prepare(String name) {
                return three(name);
            }

            @Override
            public void act(Three three) {
                archive.sweepOn(NIGHT);
            }

            @Override
            public void goOn(Three three) {
                archive.sweepOn(NIGHT);
                round("remove-files");
            }

            @Override
            public Map<String, Object> end(Three three) {
                return endOf(three);
            }
        });

        assertThat(all.kills()).isGreaterThan(8);
        assertThat(all.undisturbed())
                .containsEntry("there", List.of(false, true, true))
                .containsEntry("file is there", false)
                .containsEntry("letters", 0L)
                .containsEntry("counted", 1L);
    }

    private Three three(String name) {
        archive.run("delete from retention.hold");
        archive.sweepOn(LocalDate.of(2040, 1, 1));
        archive.run("delete from retention.removed");
        archive.run("delete from retention.run");
        archive.run("delete from suppression.entry");
        archive.run("delete from store.letter");
        archive.run("delete from evidence.consultation");
        var due = archive.met("Ada Due", "due-" + name + "@jokivoima.example", CAME);
        var held = archive.met("Boris Held", "held-" + name + "@jokivoima.example", CAME);
        var stays = archive.met("Chen Stays", "stays-" + name + "@jokivoima.example", LocalDate.of(2026, 1, 15));
        archive.clock.turnTo(CAME);
        archive.write(due, Note.Kind.NOTE, "wants nothing");
        var file = archive.purposes.as(
                Purpose.CUSTOMER,
                () -> blobs.keep(
                        new Blobs.Label("offer.txt", "text/plain", due),
                        new ByteArrayInputStream("An offer".getBytes(StandardCharsets.UTF_8))));
        archive.run("""
                insert into store.letter (letter_id, person_id, recipient, subject, body, kind, queued_at, next_at)
                values (gen_random_uuid(), '%s', 'stays@jokivoima.example', 'Old', 'old', 'test', '2024-01-31T10:00:00Z', '2024-01-31T10:00:00Z')""".formatted(stays));
        archive.clock.turnTo(NIGHT.minusDays(2));
        archive.holds.hold(Hold.Target.of(held), "claim 12", NIGHT.plusYears(1), Archive.LIISA);
        return new Three(due, held, stays, file);
    }

    private Map<String, Object> endOf(Three three) {
        var end = new TreeMap<String, Object>();
        var due = "'%s'".formatted(three.due());
        end.put(
                "there",
                List.of(archive.isThere(three.due()), archive.isThere(three.held()), archive.isThere(three.stays())));
        end.put("file is there", Files.exists(blobs.file(three.file())));
        end.put("files to remove", archive.count("store.blob_removal", "true"));
        end.put("letters", archive.count("store.letter", "recipient = 'stays@jokivoima.example'"));
        end.put(
                "evidence of the removal",
                archive.count("evidence.entry", "act = 'retention-removed' and subject_id = " + due));
        end.put(
                "evidence of the end",
                archive.count(
                        "evidence.entry",
                        "act = 'retention-swept' and object_id = (select run_id from retention.run)"));
        end.put("counted", archive.count("retention.run", "finished_at is not null and people = 1 and stopped = 1"));
        end.put(
                "rows removed",
                archive.purposes.as(
                        Purpose.OWNER,
                        () -> archive.jdbc
                                .sql("select category || ' ' || row_count from retention.removed order by 1")
                                .query(String.class)
                                .list()));
        end.put("kept out", archive.count("suppression.entry", "kind = 'recollection'"));
        return end;
    }

    private void round(String name) {
        recurring.stream().filter(one -> one.name().equals(name)).forEach(Recurring::run);
    }
}
