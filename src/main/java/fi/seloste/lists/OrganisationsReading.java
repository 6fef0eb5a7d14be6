package fi.seloste.lists;

import fi.seloste.register.OrganisationQuery;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.staff.SignedIn;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Said;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a page of organisations in the viewer's purpose. */
@Component
class OrganisationsReading {

    private final OrganisationRegister register;
    private final Staff staff;
    private final Purposes purposes;

    OrganisationsReading(OrganisationRegister register, Staff staff, Purposes purposes) {
        this.register = register;
        this.staff = staff;
        this.purposes = purposes;
    }

    OrganisationsPage page(ListHead head, SignedIn viewer) {
        var columns = OrganisationColumn.of(head.at());
        var query = OrganisationQuery.of(head.at().words());
        return purposes.as(
                head.purpose(),
                () -> new OrganisationsPage(
                        head,
                        register.list(query),
                        new Size(register.count(query), head.at().has("search")),
                        columns,
                        chips(head.at(), query, viewer)));
    }

    private List<Chip> chips(ListAddress at, OrganisationQuery query, SignedIn viewer) {
        var chips = new ArrayList<Chip>();
        for (var name : at.kind().filters()) {
            if (at.has(name) && !name.equals("search")) {
                var value = name.equals("owner") ? owner(query) : at.word(name);
                chips.add(new Chip(
                        Said.of("lists.filter." + name, value),
                        at.with(name, null).url(),
                        true));
            }
        }
        if (query.owner() == null) {
            chips.add(new Chip(
                    Said.of("lists.offer.mine"), at.with("owner", viewer.id()).url(), false));
        }
        return chips;
    }

    private Object owner(OrganisationQuery query) {
        var id = query.owner();
        var name = id == null ? null : staff.names(List.of(id.value())).get(id.value());
        return name == null ? Said.of("lists.unknown") : name;
    }
}
