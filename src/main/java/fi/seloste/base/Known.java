package fi.seloste.base;

import java.util.Map;

/** Looks up what an earlier check has made sure of; not finding it is a bug, named by its key. */
public final class Known {

    private Known() {}

    public static <K, V> V in(Map<K, V> map, K key) {
        var value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("Unknown: " + key);
        }
        return value;
    }
}
