package fi.seloste.rights;

import fi.seloste.notice.LawfulBasis;
import fi.seloste.notice.Whole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the notice in force says, in one language, as far as an answer to a person repeats it (Art. 15(1)(a) to (h), 15(2)). */
record Told(Who who, List<Kept> categories, List<Receiver> receivers, Map<String, String> sources, Promises promises) {

    /** The controller and the authority to complain to. */
    record Who(String name, String reach, String privacyReach, String authority, String authorityReach) {}

    /** A category of data: what it serves and how long it is kept; {@code provided} where all of it comes from the person. */
    record Kept(String id, String name, List<Goal> goals, Storage storage, boolean provided) {

        String until() {
            return storage.until();
        }

        @Nullable
        String law() {
            return storage.law();
        }
    }

    /** Until when, and the law where one demands it. */
    record Storage(String until, @Nullable String law) {}

    /** A purpose and its lawful basis, in words and as such. */
    record Goal(String id, String name, String basis, LawfulBasis on) {}

    record Receiver(String id, String name, String does, Reach reach, List<String> categories) {}

    /** {@code keepsCopies} is false for whoever only runs the very system that answers here, and for authorities that were told nothing. */
    record Reach(boolean keepsCopies, boolean outsideEea, String country, String safeguard) {}

    /** Each right by its code, the complaint, and what is said of automated decisions. */
    record Promises(Map<String, String> rights, String complaint, String automated) {}

    /** The category by which the notice declares one of the data maps. */
    Optional<Kept> category(String id) {
        var declared = declared(id);
        return categories.stream().filter(kept -> kept.id().equals(declared)).findFirst();
    }

    /** The id by which the notice declares it; what it does not tell apart is declared with the whole. */
    String declared(String id) {
        return Whole.of(id, categories.stream().map(Kept::id).toList());
    }

    /** A purpose of the notice by what it is called; one that the notice no longer has by its code. */
    String purpose(String id) {
        return categories.stream()
                .flatMap(kept -> kept.goals().stream())
                .filter(goal -> goal.id().equals(id))
                .findFirst()
                .map(Goal::name)
                .orElse(id);
    }

    String nameOf(String category) {
        return category(category).map(Kept::name).orElse(category);
    }
}
