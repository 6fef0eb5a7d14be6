package fi.seloste.flows;

import java.util.Set;

/** Why somebody left, as the key of its words: of the flow itself, or the gate of marketing that was shut. */
public final class Whys {

    private static final Set<String> OWN = Set.of("finished", "stopped", "ended", "taken-out");

    private Whys() {}

    public static String key(String why) {
        return OWN.contains(why) ? "flows.why." + why : "marketing.excluded." + why;
    }
}
