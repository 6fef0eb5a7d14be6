package fi.seloste.rights;

import org.jspecify.annotations.Nullable;

/** What erasure does, or did, to one place, and why something stays. */
public record PlanItem(
        String table,
        String category,
        long rows,
        String action,
        @Nullable String until,
        @Nullable String law) {

    /** Whether rows of the place outlive the erasure, emptied of the person or not. */
    public boolean stays() {
        return action.equals("keep-until") || action.equals("anonymise") || action.equals("none");
    }
}
