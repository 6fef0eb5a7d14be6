package fi.seloste.datamap;

import java.util.ArrayList;
import java.util.List;

/** How the rows of a table lead to a person, as a condition on the parameter {@code :people}. */
final class Tie {

    private final DataMap map;

    Tie(DataMap map) {
        this.map = map;
    }

    String condition(Table table) {
        var ways = new ArrayList<String>();
        table.ties().persons().forEach((column, part) -> {
            switch (part) {
                case SUBJECT, PARTICIPANT, MENTIONED -> ways.add("%s = any(:people)".formatted(column));
                case SUBJECTS -> ways.add("%s && :people".formatted(column));
                case STAFF -> {} // an employee, whose own data are no part of a customer's
            }
        });
        table.ties().through().forEach((column, other) -> ways.add(through(column, map.table(other))));
        if (ways.isEmpty()) {
            throw new IllegalStateException(table.qualified() + " leads to nobody");
        }
        return "(" + String.join(" or ", ways) + ")";
    }

    private String through(String column, Table other) {
        return "%s in (select o.%s from %s o where %s)"
                .formatted(column, other.key(), other.qualified(), condition(other));
    }

    /** Tables and columns in which a person has become another: their ids count as the person's. */
    List<String> aliases() {
        return map.tables().stream()
                .filter(Table::isPerson)
                .flatMap(table -> table.names(c -> c.kind() == Column.Kind.ALIAS).stream()
                        .map(column -> "select %s from %s where %s = any(:people)"
                                .formatted(table.key(), table.qualified(), column)))
                .toList();
    }
}
