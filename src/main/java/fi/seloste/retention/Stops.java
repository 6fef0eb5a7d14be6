package fi.seloste.retention;

import fi.seloste.base.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whatever stops a removal: a hold, a restriction (Art. 18(2): restricted data are stored), and what modules above tell. */
@Component
class Stops {

    private final Holds holds;
    private final Expiring expiring;
    private final ObjectProvider<Obstacle> obstacles;
    private final Days days;

    Stops(Holds holds, Expiring expiring, ObjectProvider<Obstacle> obstacles, Days days) {
        this.holds = holds;
        this.expiring = expiring;
        this.obstacles = obstacles;
        this.days = days;
    }

    /** Who of these is stopped, and by what. */
    Map<PersonId, String> among(Collection<PersonId> people) {
        var stopped = new HashMap<PersonId, String>();
        if (people.isEmpty()) {
            return stopped;
        }
        holds.among(people, days.today()).forEach(person -> stopped.put(person, "hold"));
        expiring.restricted(people).forEach(person -> stopped.putIfAbsent(person, Obstacle.RESTRICTED));
        obstacles
                .orderedStream()
                .forEach(obstacle ->
                        obstacle.among(people).forEach(person -> stopped.putIfAbsent(person, obstacle.code())));
        return stopped;
    }

    List<PersonId> free(Collection<PersonId> people) {
        var stopped = among(people).keySet();
        return people.stream().filter(person -> !stopped.contains(person)).toList();
    }

    Set<String> heldCategories() {
        return new HashSet<>(holds.categories(days.today()));
    }
}
