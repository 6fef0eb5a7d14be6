package fi.seloste.register;

/** Which way the keys of a list are read. In SQL it stands as @dir. */
record Way(boolean falling) {

    static Way of(PeopleQuery query) {
        return new Way(query.isFalling());
    }

    static Way of(OrganisationQuery query) {
        return new Way(query.isFalling());
    }

    /** What compares the rows beyond a mark with it. */
    String beyond() {
        return falling ? "<" : ">";
    }

    String in(String sql) {
        return sql.replace("@dir", falling ? "desc" : "asc");
    }
}
