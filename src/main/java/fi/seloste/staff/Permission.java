package fi.seloste.staff;

import fi.seloste.store.Purpose;
import java.util.Arrays;
import java.util.List;

/** One thing that somebody may do: purpose x action x scope. */
public record Permission(Purpose purpose, Action action, Scope scope) {

    /** The purposes that a person or a token may hold; the others belong to the system or to the data subject. */
    public static final List<Purpose> HOLDABLE = Arrays.stream(Purpose.values())
            .filter(p -> p.isOfStaff() || p == Purpose.RIGHTS || p == Purpose.RETENTION || p == Purpose.TECHNICAL)
            .toList();

    public Permission {
        if (!HOLDABLE.contains(purpose)) {
            throw new IllegalArgumentException(purpose + " is nobody's to hold");
        }
    }
}
