package fi.seloste.retention;

import fi.seloste.datamap.RowEraser;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.Removal;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Removes a batch of rows with an end of their own, in one transaction. */
@Component
class RemovingRows {

    static final int BATCH = 500;

    private final ExpiringRows rows;
    private final Stops stops;
    private final RowEraser eraser;
    private final Evidence evidence;
    private final Runs runs;
    private final Days days;

    RemovingRows(ExpiringRows rows, Stops stops, RowEraser eraser, Evidence evidence, Runs runs, Days days) {
        this.rows = rows;
        this.stops = stops;
        this.eraser = eraser;
        this.evidence = evidence;
        this.runs = runs;
        this.days = days;
    }

    /** The mark from which the next batch goes on; null where nothing is left. */
    @As(Purpose.RETENTION)
    public @Nullable UUID batch(UUID run, RowRule rule, UUID after) {
        if (stops.heldCategories().contains(rule.table().category())) {
            return null;
        }
        var due = rows.due(rule, days.today(), after, BATCH);
        if (due.isEmpty()) {
            return null;
        }
        var stopped = stops.among(due.stream()
                        .map(ExpiringRows.Row::subject)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .keySet();
        var free = due.stream()
                .filter(row -> row.subject() == null || !stopped.contains(row.subject()))
                .map(ExpiringRows.Row::key)
                .toList();
        if (!free.isEmpty()) {
            var table = rule.table();
            long gone =
                    rule.rule().action() == Removal.ERASE ? eraser.delete(table, free) : eraser.anonymise(table, free);
            runs.removed(run, Map.of(table.category(), gone));
            evidence.record(
                    Removing.ACTOR,
                    Act.of("retention-rows-removed")
                            .about("retention-run", run)
                            .with(Map.of("table", table.qualified(), "rows", gone)));
        }
        runs.count(run, 0, due.size() - free.size(), 0, days.moment());
        return due.getLast().key();
    }
}
