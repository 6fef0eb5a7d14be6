package fi.seloste.retention;

import fi.seloste.base.PersonId;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.Notice;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Recurring;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Removes each night whatever is due, batch by batch. What is left to do is never written down: it is read from the data, so a sweep that
 * was killed goes on where it was, and one that a night was too short for goes on in the day.
 */
@Component
public class NightlySweep implements Recurring {

    static final int BATCH = 200;
    private static final int CHAPTER = 20_000;
    private static final LocalTime BEGINS = LocalTime.of(2, 0);
    static final UUID FIRST = new UUID(0, 0);

    private final Notice notice;
    private final PersonEvents events;
    private final Expiring expiring;
    private final Schedule schedule;
    private final Removing removing;
    private final Withholding withholding;
    private final RemovingRows removingRows;
    private final RemovingOrganisations removingOrganisations;
    private final Forecast forecast;
    private final Runs runs;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Days days;

    NightlySweep(
            Notice notice,
            PersonEvents events,
            Expiring expiring,
            Schedule schedule,
            Removing removing,
            Withholding withholding,
            RemovingRows removingRows,
            RemovingOrganisations removingOrganisations,
            Forecast forecast,
            Runs runs,
            Evidence evidence,
            Purposes purposes,
            Days days) {
        this.notice = notice;
        this.events = events;
        this.expiring = expiring;
        this.schedule = schedule;
        this.removing = removing;
        this.withholding = withholding;
        this.removingRows = removingRows;
        this.removingOrganisations = removingOrganisations;
        this.forecast = forecast;
        this.runs = runs;
        this.evidence = evidence;
        this.purposes = purposes;
        this.days = days;
    }

    @Override
    public String name() {
        return "retention-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        if (days.hour().isBefore(BEGINS)) {
            return;
        }
        var today = days.today();
        var run = purposes.apart(Purpose.RETENTION, () -> runs.begin(today, days.moment()));
        if (!run.isFinished()) {
            sweep(run.runId());
        }
    }

    private void sweep(UUID run) {
        var declared = notice.inForce();
        var everybody = new Expiring.Scope(PersonRules.of(declared, events.category()), Set.of());
        each(everybody, people -> removing.people(run, people));
        var used = new Expiring.Scope(everybody.rules().ofUse(), Set.of());
        if (everybody.rules().withhold()) {
            each(used, people -> withholding.withhold(run, people));
        }
        fromMark(mark -> withholding.release(run, mark));
        for (var one : schedule.categories(declared, events.category())) {
            var scope = new Expiring.Scope(one.rules(), schedule.tables(one.category()));
            each(scope, people -> removing.category(run, one.category(), people));
        }
        for (var rule : schedule.rows(declared)) {
            fromMark(mark -> removingRows.batch(run, rule, mark));
        }
        repeat(() -> removing.leftovers(run));
        repeat(() -> removing.emptyShells(run, BATCH));
        removingOrganisations.noteWhoIsAlone();
        fromMark(mark -> removingOrganisations.batch(run, mark));
        purposes.apart(Purpose.RETENTION, () -> finish(run));
        forecast.renew();
    }

    /** A chapter of ids is read at once, so that batches do not search for the next due ones among those that are not. */
    private void each(Expiring.Scope scope, Consumer<List<PersonId>> batch) {
        if (scope.rules().rules().isEmpty()) {
            return;
        }
        var after = FIRST;
        while (true) {
            var mark = after;
            var chapter =
                    purposes.apart(Purpose.RETENTION, () -> expiring.candidates(scope, days.today(), mark, CHAPTER));
            if (chapter.isEmpty()) {
                return;
            }
            var due = chapter.stream()
                    .filter(row -> scope.rules().isDue(row.facts(), days.today()))
                    .map(Expiring.Row::person)
                    .toList();
            for (int from = 0; from < due.size(); from += BATCH) {
                batch.accept(List.copyOf(due.subList(from, Math.min(due.size(), from + BATCH))));
            }
            after = chapter.getLast().person().value();
        }
    }

    private static void fromMark(Function<UUID, @Nullable UUID> batch) {
        @Nullable UUID mark = FIRST;
        while (mark != null) {
            mark = batch.apply(mark);
        }
    }

    private static void repeat(IntSupplier batch) {
        int done = batch.getAsInt();
        while (done > 0) {
            done = batch.getAsInt();
        }
    }

    private boolean finish(UUID run) {
        runs.finish(run, days.moment());
        evidence.record(
                Removing.ACTOR,
                Act.of("retention-swept")
                        .about("retention-run", run)
                        .with(Map.of(
                                "rows",
                                runs.of(days.today()).map(Runs.Run::removed).orElse(0L))));
        return true;
    }
}
