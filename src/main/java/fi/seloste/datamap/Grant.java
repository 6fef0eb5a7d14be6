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

    @Override
    public int compareTo(Grant other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return role + " " + what() + " " + table;
    }
}
