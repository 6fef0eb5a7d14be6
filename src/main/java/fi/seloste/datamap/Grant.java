package fi.seloste.datamap;

import org.jspecify.annotations.Nullable;

/** One privilege of one role on a table, or on one column of it. */
record Grant(
        String role,
        String privilege,
        String table,
        @Nullable String column) implements Comparable<Grant> {

    String grant() {
        return "grant %s on %s to %s".formatted(what(), table, role);
    }

    String revoke() {
        return "revoke %s on %s from %s".formatted(what(), table, role);
    }

    private String what() {
        return column == null ? privilege : "%s (%s)".formatted(privilege, column);
    }

    /** As their words are ordered, without making the words: thousands are compared at each start. */
    @Override
    public int compareTo(Grant other) {
        int order = role.compareTo(other.role);
        order = order == 0 ? privilege.compareTo(other.privilege) : order;
        order = order == 0 ? named(column).compareTo(named(other.column)) : order;
        return order == 0 ? table.compareTo(other.table) : order;
    }

    private static String named(@Nullable String column) {
        return column == null ? "" : column;
    }

    @Override
    public String toString() {
        return role + " " + what() + " " + table;
    }
}
