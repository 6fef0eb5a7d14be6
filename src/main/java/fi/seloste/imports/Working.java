package fi.seloste.imports;

import fi.seloste.base.LegalTime;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.imports.Import.State;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.suppression.Fingerprints;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The long work of an import, done by jobs. Each step begins by asking whether it is still due and ends by saying that it is done in the
 * transaction that does it; killed anywhere, it is begun again and comes to the same end.
 */
@Component
class Working {

    private static final int MOST_ATTEMPTS = 5;

    private final ImportBook book;
    private final FileReading reading;
    private final Staging staging;
    private final Matching matching;
    private final Bringing bringing;
    private final Reindexing reindexing;
    private final Cleaning cleaning;
    private final Purposes purposes;
    private final Evidence evidence;
    private final Fingerprints fingerprints;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId place;

    Working(
            ImportBook book,
            FileReading reading,
            Staging staging,
            Matching matching,
            Bringing bringing,
            Reindexing reindexing,
            Cleaning cleaning,
            Purposes purposes,
            Evidence evidence,
            Fingerprints fingerprints,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.book = book;
        this.reading = reading;
        this.staging = staging;
        this.matching = matching;
        this.bringing = bringing;
        this.reindexing = reindexing;
        this.cleaning = cleaning;
        this.purposes = purposes;
        this.evidence = evidence;
        this.fingerprints = fingerprints;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
        this.place = place;
    }

    /** From the file to the preview. */
    void read(ImportId id) {
        var run = UUID.randomUUID();
        begin(id, State.READING, run).ifPresent(entry -> {
            if (staged(entry, run)) {
                purposes.as(Purpose.CUSTOMER, () -> preview(id));
            }
        });
    }

    private void preview(ImportId id) {
        var entry = book.lock(id);
        if (entry.state() == State.READING) {
            matching.count(entry, matching.match(entry));
            book.to(State.PREVIEW, id);
        }
    }

    /** From the preview into the register. */
    void commit(ImportId id) {
        var run = UUID.randomUUID();
        var begun = begin(id, State.COMMITTING, run);
        begun.ifPresent(entry -> {
            if (isStaged(entry) || staged(entry, run)) {
                purposes.as(Purpose.CUSTOMER, () -> bring(id));
            }
        });
        cleaning.afterwards(id);
    }

    /** One import at a time: two that bring the same person must not both find nobody. */
    private void bring(ImportId id) {
        jdbc.sql("select pg_advisory_xact_lock(7356790)").query().listOfRows();
        var entry = book.get(id);
        if (entry.state() != State.COMMITTING) {
            return;
        }
        int refused = matching.match(entry);
        matching.settle(entry);
        bringing.bring(entry, fingerprints.keyVersion(), percent -> reached(id, percent));
        reindexing.touched(id, LegalTime.dayOf(clock.instant(), place));
        matching.count(entry, refused);
        book.committed(id);
        var counts = book.get(id).counts();
        evidence.record(
                entry.by(),
                Act.of("import-committed")
                        .about("import", id.value())
                        .with(Map.of(
                                "source", entry.source().source().code(),
                                "new", counts.fresh(),
                                "changed", counts.changed(),
                                "banned", counts.banned(),
                                "refused", counts.refused(),
                                "givenAnew", entry.choices().given())));
        events.publishEvent(new Import.Committed(id));
    }

    private void reached(ImportId id, int percent) {
        purposes.apart(Purpose.CUSTOMER, () -> {
            book.percent(id, percent);
            return true;
        });
    }

    private Optional<Import> begin(ImportId id, State state, UUID run) {
        return purposes.as(Purpose.CUSTOMER, () -> {
            if (!book.begin(id, state, run)) {
                return Optional.empty();
            }
            var entry = book.get(id);
            if (entry.progress().attempts() > MOST_ATTEMPTS) {
                book.fail(id, "imports.failed.unexpected", List.of());
                return Optional.empty();
            }
            return Optional.of(entry);
        });
    }

    /** A crash of the database takes what was staged, and a new key makes it strange; the file is still there. */
    private boolean isStaged(Import entry) {
        return purposes.as(Purpose.CUSTOMER, () -> staging.rowsUnder(entry.id(), fingerprints.keyVersion()))
                == entry.progress().staged();
    }

    private boolean staged(Import entry, UUID run) {
        try {
            if (!reading.read(entry, run)) {
                return false;
            }
            purposes.as(Purpose.CUSTOMER, staging::measured);
            return true;
        } catch (FileReading.TakenOver e) {
            return false;
        } catch (Problem e) {
            purposes.as(
                    Purpose.CUSTOMER,
                    () -> book.fail(
                            entry.id(),
                            e.key(),
                            Arrays.stream(e.arguments()).map(String::valueOf).toList()));
            return false;
        }
    }
}
