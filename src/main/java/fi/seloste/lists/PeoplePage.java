package fi.seloste.lists;

import fi.seloste.register.PersonRow;
import fi.seloste.register.Slice;
import fi.seloste.ui.View;
import java.util.List;

/** A page of people, with what narrows and orders it. */
public record PeoplePage(ListHead head, Slice<PersonRow> rows, Size size, List<PeopleColumn> columns, List<Chip> chips)
        implements View {

    @Override
    public String as() {
        return head.purpose().code();
    }

    public ListAddress at() {
        return head.at();
    }

    public List<Heading> headings() {
        return columns.stream().map(column -> column.heading(at())).toList();
    }
}
