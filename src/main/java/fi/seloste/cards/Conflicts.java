package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.register.Stale;

/** Reads out of a conflict what a page needs to let one choose. */
final class Conflicts {

    private Conflicts() {}

    static boolean isStale(Problem.Conflict conflict) {
        return conflict.key().equals(Stale.KEY);
    }

    /** The version that is there by now: whoever chooses with both values in sight saves against this one. */
    static int version(Problem.Conflict conflict) {
        return conflict.arguments()[4] instanceof Integer version ? version : 0;
    }
}
