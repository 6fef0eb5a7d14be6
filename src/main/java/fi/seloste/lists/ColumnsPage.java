package fi.seloste.lists;

import fi.seloste.ui.View;
import java.util.Arrays;
import java.util.List;

/** Which columns a list shows. */
public record ColumnsPage(ListAddress at, List<String> shown) implements View {

    /** Code and text of a column that may be left out. */
    public record Choice(String code, String key) {}

    public List<Choice> choices() {
        return at.kind() == Kind.PEOPLE
                ? Arrays.stream(PeopleColumn.values())
                        .filter(column -> column != PeopleColumn.NAME)
                        .map(column -> new Choice(column.code(), column.key()))
                        .toList()
                : Arrays.stream(OrganisationColumn.values())
                        .filter(column -> column != OrganisationColumn.NAME)
                        .map(column -> new Choice(column.code(), column.key()))
                        .toList();
    }

    static List<String> shownAt(ListAddress at) {
        return at.kind() == Kind.PEOPLE
                ? PeopleColumn.of(at).stream().map(PeopleColumn::code).toList()
                : OrganisationColumn.of(at).stream()
                        .map(OrganisationColumn::code)
                        .toList();
    }
}
