package fi.seloste.retention;

import fi.seloste.base.PersonId;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.Notice;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Hides from use whose time of use is over while a rule still keeps them for claims, a batch in one transaction; and opens again whoever
 * acted since, or whom another notice lets be used longer.
 */
@Component
public class Withholding {

    private static final int BATCH = 200;

    private final Notice notice;
    private final PersonEvents events;
    private final Expiring expiring;
    private final Withheld withheld;
    private final ObjectProvider<Obstacle> obstacles;
    private final Evidence evidence;
    private final Days days;

    Withholding(
            Notice notice,
            PersonEvents events,
            Expiring expiring,
            Withheld withheld,
            ObjectProvider<Obstacle> obstacles,
            Evidence evidence,
            Days days) {
        this.notice = notice;
        this.events = events;
        this.expiring = expiring;
        this.withheld = withheld;
        this.obstacles = obstacles;
        this.evidence = evidence;
        this.days = days;
    }

    /** Whether this person is kept for rights and claims only, whatever else restricts them. */
    @As(Purpose.RETENTION)
    public boolean isWithheld(PersonId person) {
        return !withheld.among(Set.of(person)).isEmpty();
    }

    @As(Purpose.RETENTION)
    public void withhold(UUID run, Collection<PersonId> people) {
        expiring.lock(people);
        var over = overAmong(people);
        var known = withheld.among(over);
        var fresh = over.stream().filter(person -> !known.contains(person)).toList();
        if (!fresh.isEmpty()) {
            withheld.add(fresh, days.moment());
            record("retention-withheld", run, fresh);
        }
    }

    /** The mark from which the next batch of those who are withheld is looked at; null where nobody is left. */
    @As(Purpose.RETENTION)
    public @Nullable UUID release(UUID run, UUID after) {
        var people = withheld.after(after, BATCH);
        if (people.isEmpty()) {
            return null;
        }
        expiring.lock(people);
        var over = overAmong(people);
        var back = people.stream().filter(person -> !over.contains(person)).toList();
        if (!back.isEmpty()) {
            var restricted = restrictedElsewhere(back);
            withheld.remove(back);
            withheld.release(
                    back.stream().filter(person -> !restricted.contains(person)).toList());
            record("retention-released", run, back);
        }
        return people.getLast().value();
    }

    /** Whose time of use is over, and whose time of keeping is not. */
    private Set<PersonId> overAmong(Collection<PersonId> people) {
        var rules = PersonRules.of(notice.inForce(), events.category());
        return expiring.of(people).stream()
                .filter(row -> rules.isWithheldOn(row.facts(), days.today()))
                .map(Expiring.Row::person)
                .collect(Collectors.toSet());
    }

    private Set<PersonId> restrictedElsewhere(Collection<PersonId> people) {
        return obstacles.stream()
                .filter(obstacle -> obstacle.code().equals(Obstacle.RESTRICTED))
                .flatMap(obstacle -> obstacle.among(people).stream())
                .collect(Collectors.toSet());
    }

    private void record(String act, UUID run, List<PersonId> people) {
        people.forEach(
                person -> evidence.record(Removing.ACTOR, Act.of(act).on(person).about("retention-run", run)));
    }
}
