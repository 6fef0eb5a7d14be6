package fi.seloste.lists;

import fi.seloste.base.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A column that a list of organisations may show; the name is always there. Wide ones are left out on a telephone. */
public enum OrganisationColumn {
    NAME("name", false, true),
    BUSINESS_ID("", false, true),
    VAT_ID("", true, false),
    DOMAIN("", true, true),
    WEBSITE("", true, false),
    SEGMENT("", true, true),
    OWNER("", true, true),
    TAGS("", true, true),
    CHANGED("changed", true, true);

    private final String sort;
    private final boolean wide;
    private final boolean usual;

    OrganisationColumn(String sort, boolean wide, boolean usual) {
        this.sort = sort;
        this.wide = wide;
        this.usual = usual;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isWide() {
        return wide;
    }

    public String key() {
        return "lists.column." + code();
    }

    Heading heading(ListAddress at) {
        return Heading.of(key(), sort, at, wide);
    }

    /** The columns of an address in their own order; the usual ones where it names none. */
    static List<OrganisationColumn> of(ListAddress at) {
        if (!at.has("columns")) {
            return Arrays.stream(values()).filter(column -> column.usual).toList();
        }
        var named = new ArrayList<>(List.of(NAME));
        for (var code : at.word("columns").split(",")) {
            named.add(Arrays.stream(values())
                    .filter(column -> column.code().equals(code.strip()))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("columns", "lists.column.unknown", code)));
        }
        return named.stream().distinct().sorted().toList();
    }
}
