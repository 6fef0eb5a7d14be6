package fi.seloste.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Another module that began something for people of an import, such as subscriptions, and ends it when the import is taken back. */
public interface Attached {

    Leaving to(ImportId id);

    /**
     * What would end: how many subscriptions or the like, the keys of all rows that would go, and the people who would then have done nothing here.
     * Whoever has said yes again since keeps the subscription, and stays.
     */
    record Leaving(int many, List<UUID> rows, List<UUID> idle) {

        public static final Leaving NOTHING = new Leaving(0, List.of(), List.of());

        Leaving and(Leaving other) {
            return new Leaving(many + other.many, together(rows, other.rows), together(idle, other.idle));
        }

        private static List<UUID> together(List<UUID> some, List<UUID> others) {
            var all = new ArrayList<>(some);
            all.addAll(others);
            return all;
        }
    }
}
