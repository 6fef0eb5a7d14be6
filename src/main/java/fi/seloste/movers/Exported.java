package fi.seloste.movers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody as an export tells: values by the code of a column of the imports, what is told of no column, and the lists they were on. */
final class Exported {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<OnList> lists = new ArrayList<>();

    /** That they were on a list, or had left it. */
    record OnList(String name, boolean hasEnded) {}

    void set(String column, String value) {
        if (!value.isBlank()) {
            values.putIfAbsent(column, value.strip());
        }
    }

    void note(String header, String value) {
        if (!value.isBlank()) {
            notes.add(header + ": " + value.strip());
        }
    }

    void on(String list, boolean hasEnded) {
        lists.add(new OnList(list, hasEnded));
    }

    String get(String column) {
        return column.equals("note") ? String.join("\n", notes) : values.getOrDefault(column, "");
    }

    List<OnList> lists() {
        return lists;
    }

    boolean isBanned() {
        return values.containsKey("unsubscribed");
    }

    boolean hasBounced() {
        return values.containsKey("bounced");
    }
}
