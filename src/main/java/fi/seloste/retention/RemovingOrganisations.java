package fi.seloste.retention;

import fi.seloste.datamap.Belongings;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.Notice;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Removes organisations of which nobody is kept and whose time is over, a batch in one transaction. */
@Component
class RemovingOrganisations {

    static final int BATCH = 200;

    private final Notice notice;
    private final ExpiringOrganisations organisations;
    private final Belongings belongings;
    private final Holds holds;
    private final Evidence evidence;
    private final Runs runs;
    private final Days days;

    RemovingOrganisations(
            Notice notice,
            ExpiringOrganisations organisations,
            Belongings belongings,
            Holds holds,
            Evidence evidence,
            Runs runs,
            Days days) {
        this.notice = notice;
        this.organisations = organisations;
        this.belongings = belongings;
        this.holds = holds;
        this.evidence = evidence;
        this.runs = runs;
        this.days = days;
    }

    @As(Purpose.RETENTION)
    public void noteWhoIsAlone() {
        organisations.noteWhoIsAlone();
    }

    /** The mark from which the next batch goes on; null where nothing is left. */
    @As(Purpose.RETENTION)
    public @Nullable UUID batch(UUID run, UUID after) {
        var rules = PersonRules.of(notice.inForce(), organisations.category());
        if (rules.rules().isEmpty()) {
            return null;
        }
        var candidates = ids(organisations.candidates(rules, days.today(), after, BATCH));
        if (candidates.isEmpty()) {
            return null;
        }
        organisations.lock(candidates);
        var due = ids(organisations.of(candidates).stream()
                .filter(row -> rules.isDue(row.facts(), days.today()))
                .toList());
        var free = free(due);
        if (!free.isEmpty()) {
            runs.removed(run, Map.of(organisations.category(), belongings.remove(free)));
            free.forEach(one -> evidence.record(
                    Removing.ACTOR, Act.of("organisation-expired").about("organisation", one)));
        }
        runs.count(run, 0, due.size() - free.size(), 0, days.moment());
        return candidates.getLast();
    }

    private List<UUID> free(List<UUID> due) {
        var stopped = new HashSet<>(holds.organisations(due, days.today()));
        var held = holds.categories(days.today());
        stopped.addAll(held.contains(organisations.category()) ? due : organisations.having(due, held));
        return due.stream().filter(one -> !stopped.contains(one)).toList();
    }

    private static List<UUID> ids(List<ExpiringOrganisations.Row> rows) {
        return rows.stream().map(ExpiringOrganisations.Row::organisation).toList();
    }
}
