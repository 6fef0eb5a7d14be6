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
    private long line;

    /** That they were on a list, or had left it. */
    record OnList(String name, boolean hasEnded) {}

    void set(String column, String value) {
        if (!value.isBlank()) {
            values.putIfAbsent(column, value.strip());
        }
    }

    void note(String header, String value) {
        if (!value.isBlank()) {
            notes.add(header + ": " + value.strip().replaceAll("\\s*\\R\\s*", " "));
        }
    }

    /** Where they stand in their file. */
    Exported onLine(long where) {
        line = where;
        return this;
    }

    long line() {
        return line;
    }

    void on(String list, boolean hasEnded) {
        lists.add(new OnList(list, hasEnded));
    }

    String get(String column) {
        // On one line, so that each of them stands on the line of the file that they came by.
        return column.equals("note")
                ? String.join("; ", notes)
                : values.getOrDefault(column, "").replaceAll("\\s*\\R\\s*", " ");
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
