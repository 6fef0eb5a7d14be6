package fi.seloste.lists;

import java.util.List;

/** A column of a list of people. */
public enum PeopleColumn implements ListColumn {
    NAME("name", false, true),
    TITLE("", true, true),
    ORGANISATION("organisation", true, true),
    EMAIL("", true, true),
    PHONE("", true, true),
    ROLES("", true, false),
    OWNER("", true, true),
    TAGS("", true, true),
    LANGUAGE("", true, false),
    SOURCE("", true, false),
    LAST_ACT("", true, false),
    CHANGED("changed", true, true);

    private final Traits traits;

    PeopleColumn(String sort, boolean wide, boolean usual) {
        this.traits = new Traits(sort, wide, usual);
    }

    @Override
    public Traits traits() {
        return traits;
    }

    static List<PeopleColumn> of(ListAddress at) {
        return ListColumn.of(values(), at);
    }
}
