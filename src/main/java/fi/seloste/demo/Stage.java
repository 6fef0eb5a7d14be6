package fi.seloste.demo;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One telling of the story: whoever has appeared so far, and the scenes, which chapters add in any order. */
final class Stage {

    static final ZoneId PLACE = ZoneId.of("Europe/Helsinki");

    final Crew crew;
    final Chance chance = new Chance(20261123);
    final Numbers numbers = new Numbers();

    private final Instant now;
    private final List<Scene> scenes = new ArrayList<>();
    private final Map<String, OrganisationId> organisations = new HashMap<>();
    private final Map<String, PersonId> people = new HashMap<>();

    Stage(Crew crew, Instant now) {
        this.crew = crew;
        this.now = now;
    }

    /** In the order in which they happened. */
    List<Scene> scenes() {
        return scenes.stream().sorted(Comparator.comparing(Scene::at)).toList();
    }

    void customer(Instant at, Runnable work) {
        scenes.add(new Scene(at, Scene.Manner.CUSTOMER, work));
    }

    void apart(Instant at, Runnable work) {
        scenes.add(new Scene(at, Scene.Manner.APART, work));
    }

    LocalDate today() {
        return dayOf(now);
    }

    LocalDate dayOf(Instant at) {
        return at.atZone(PLACE).toLocalDate();
    }

    /** A moment in office hours so many days ago; what falls on a weekend was done on the Friday before. */
    Instant daysAgo(int days) {
        var day = today().minusDays(days);
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            day = day.minusDays(1);
        }
        return on(day);
    }

    /** As {@link #daysAgo}, and in any case after something else. */
    Instant daysAgo(int days, Instant after) {
        var at = daysAgo(days);
        return at.isAfter(after) ? at : after.plusSeconds(60);
    }

    Instant on(LocalDate day) {
        var at = day.atTime(chance.between(8, 15), chance.between(0, 59))
                .atZone(PLACE)
                .toInstant();
        return at.isBefore(now) ? at : now.minusSeconds(60L * chance.between(2, 40));
    }

    void appears(String domain, OrganisationId id) {
        organisations.put(domain, id);
    }

    void appears(String email, PersonId id) {
        people.put(email, id);
    }

    OrganisationId organisation(String domain) {
        return found(organisations.get(domain), domain);
    }

    PersonId person(String email) {
        return found(people.get(email), email);
    }

    private static <T> T found(@org.jspecify.annotations.Nullable T known, String who) {
        if (known == null) {
            throw new IllegalStateException(who + " has not appeared yet");
        }
        return known;
    }
}
