package fi.seloste.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What never changes under its key, read once: so many of those that were asked for last. */
final class Remembered<K, V> {

    private final Map<K, V> kept;

    Remembered(int most) {
        this.kept = Collections.synchronizedMap(new Last<>(most));
    }

    /** What is not there is asked for again the next time. */
    Optional<V> get(K key, Supplier<Optional<V>> read) {
        var known = kept.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var found = read.get();
        found.ifPresent(one -> kept.put(key, one));
        return found;
    }

    private static final class Last<K, V> extends LinkedHashMap<K, V> {

        private final int most;

        Last(int most) {
            super(64, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
