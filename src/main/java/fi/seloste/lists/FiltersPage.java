package fi.seloste.lists;

import fi.seloste.store.Purpose;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every condition of a list in one form. The form leads to the list; nothing is kept. */
public record FiltersPage(
        ListAddress at,
        Purpose purpose,
        Choices choices,
        @Nullable Which which) implements View {

    /** What can be chosen from: colleagues and tags. */
    public record Choices(List<Option> owners, List<Option> tags) {}

    /** The organisation of the filter: the one it has, and what was typed to find another with the ones that match. */
    public record Which(String typed, List<Option> found) {}

    @Override
    public String as() {
        return purpose.code();
    }

    public boolean isOfPeople() {
        return at.kind() == Kind.PEOPLE;
    }

    public List<String> marks() {
        return PeopleReading.marks(purpose);
    }

    public String typed() {
        return which == null ? "" : which.typed();
    }

    public List<Option> found() {
        return which == null ? List.of() : which.found();
    }
}
