package fi.seloste.retention;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.datamap.Eraser;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.Notice;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.suppression.Suppression;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Removes one batch in one transaction: killed in the middle, none of it happened; after it, all of it did, with its evidence. */
@Component
class Removing {

    static final Actor ACTOR = Actor.system("retention");

    private final Notice notice;
    private final PersonEvents events;
    private final Expiring expiring;
    private final Schedule schedule;
    private final Stops stops;
    private final Eraser eraser;
    private final Suppression suppression;
    private final Evidence evidence;
    private final Runs runs;
    private final Days days;

    Removing(
            Notice notice,
            PersonEvents events,
            Expiring expiring,
            Schedule schedule,
            Stops stops,
            Eraser eraser,
            Suppression suppression,
            Evidence evidence,
            Runs runs,
            Days days) {
        this.notice = notice;
        this.events = events;
        this.expiring = expiring;
        this.schedule = schedule;
        this.stops = stops;
        this.eraser = eraser;
        this.suppression = suppression;
        this.evidence = evidence;
        this.runs = runs;
        this.days = days;
    }

    /** Those of these people who are due now, whatever was read before: an act or a hold of a moment ago keeps its person. */
    @As(Purpose.RETENTION)
    public long people(UUID run, List<PersonId> people) {
        expiring.lock(people);
        var rules = PersonRules.of(notice.inForce(), events.category());
        var due = expiring.of(people).stream()
                .filter(row -> rules.isDue(row.facts(), days.today()))
                .map(Expiring.Row::person)
                .toList();
        var free = stops.free(due);
        if (!free.isEmpty()) {
            remove(run, free);
        }
        runs.count(run, free.size(), due.size() - free.size(), 0, days.moment());
        return free.size();
    }

    /**
     * The prints outlive the person, as after an erasure: else a bought list would bring back tomorrow whom the notice let go today, and
     * the promised end would be none. Whoever comes back of their own accord is welcome.
     */
    private void remove(UUID run, List<PersonId> people) {
        suppression.forbidRecollection(expiring.prints(people), new Suppression.Reason("retention", null));
        var removed = eraser.expire(people, stops.heldCategories());
        runs.removed(run, byCategory(removed));
        people.forEach(person ->
                evidence.record(ACTOR, Act.of("retention-removed").on(person).about("retention-run", run)));
    }

    private static Map<String, Long> byCategory(List<Eraser.Item> items) {
        var rows = new TreeMap<String, Long>();
        for (var item : items) {
            boolean gone = switch (item.action()) {
                case DELETE, ANONYMISE, UNLINK -> item.rows() > 0;
                case KEEP_UNTIL, NONE -> false;
            };
            if (gone) {
                rows.merge(item.category(), item.rows(), Long::sum);
            }
        }
        return rows;
    }

    /** The rows of one category of people whose time for it is over, while the people themselves stay. */
    @As(Purpose.RETENTION)
    public void category(UUID run, String category, List<PersonId> people) {
        expiring.lock(people);
        var rules = PersonRules.of(notice.inForce(), category);
        var due = expiring.of(people).stream()
                .filter(row -> rules.isDue(row.facts(), days.today()))
                .map(Expiring.Row::person)
                .toList();
        var free = stops.heldCategories().contains(category) ? List.<PersonId>of() : stops.free(due);
        if (free.isEmpty()) {
            return;
        }
        var removed = byCategory(eraser.expireOnly(free, category));
        runs.removed(run, removed);
        evidence.record(
                ACTOR,
                Act.of("retention-rows-removed")
                        .about("retention-run", run)
                        .with(Map.of("category", category, "rows", removed.getOrDefault(category, 0L))));
    }

    /** What a hold kept of people who are shells since, and keeps no more. */
    @As(Purpose.RETENTION)
    public int leftovers(UUID run) {
        var held = stops.heldCategories();
        var shells = expiring.shellsWith(schedule.goingWithPerson(held), NightlySweep.BATCH);
        if (!shells.isEmpty()) {
            runs.removed(run, byCategory(eraser.expire(shells, held)));
        }
        return shells.size();
    }

    /** Shells whose last row went: nothing is left of them. */
    @As(Purpose.RETENTION)
    public int emptyShells(UUID run, int most) {
        int gone = eraser.removeEmptyShells(most);
        runs.count(run, 0, 0, gone, days.moment());
        return gone;
    }
}
