package fi.seloste.lists;

import java.util.List;

/** A column of a list of organisations. */
public enum OrganisationColumn implements ListColumn {
    NAME("name", false, true),
    BUSINESS_ID("", false, true),
    VAT_ID("", true, false),
    DOMAIN("", true, true),
    WEBSITE("", true, false),
    SEGMENT("", true, true),
    OWNER("", true, true),
    TAGS("", true, true),
    CHANGED("changed", true, true);

    private final Traits traits;

    OrganisationColumn(String sort, boolean wide, boolean usual) {
        this.traits = new Traits(sort, wide, usual);
    }

    @Override
    public Traits traits() {
        return traits;
    }

    static List<OrganisationColumn> of(ListAddress at) {
        return ListColumn.of(values(), at);
    }
}
