package fi.seloste.rights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the notice in force says, in one language, as far as an answer to a person repeats it (Art. 15(1)(a) to (h), 15(2)). */
record Told(Who who, List<Kept> categories, List<Receiver> receivers, Map<String, String> sources, Promises promises) {

    /** The controller and the authority to complain to. */
    record Who(String name, String reach, String privacyReach, String authority, String authorityReach) {}

    /** A category of data: what it serves, how long it is kept, and the law where one demands it. */
    record Kept(
            String id,
            String name,
            List<Goal> goals,
            String until,
            @Nullable String law) {}

    /** A purpose and its lawful basis. */
    record Goal(String id, String name, String basis) {}

    record Receiver(String id, String name, String does, Reach reach, List<String> categories) {}

    /** {@code keepsCopies} is false for whoever only runs the very system that answers here, and for authorities that were told nothing. */
    record Reach(boolean keepsCopies, boolean outsideEea, String country, String safeguard) {}

    /** Each right by its code, the complaint, and what is said of automated decisions. */
    record Promises(Map<String, String> rights, String complaint, String automated) {}

    Optional<Kept> category(String id) {
        return categories.stream().filter(kept -> kept.id().equals(id)).findFirst();
    }

    String nameOf(String category) {
        return category(category).map(Kept::name).orElse(category);
    }
}
