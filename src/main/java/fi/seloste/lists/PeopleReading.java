package fi.seloste.lists;

import fi.seloste.base.AccountId;
import fi.seloste.base.OrganisationId;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Organisation;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.PeopleQuery;
import fi.seloste.register.Register;
import fi.seloste.staff.SignedIn;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Said;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a page of people in the viewer's purpose: one statement for the page, one for its size. */
@Component
class PeopleReading {

    private final Register register;
    private final OrganisationRegister organisations;
    private final Staff staff;
    private final Purposes purposes;

    PeopleReading(Register register, OrganisationRegister organisations, Staff staff, Purposes purposes) {
        this.register = register;
        this.organisations = organisations;
        this.staff = staff;
        this.purposes = purposes;
    }

    PeoplePage page(ListHead head, SignedIn viewer) {
        var columns = PeopleColumn.of(head.at());
        var query = PeopleQuery.of(head.at().words());
        return purposes.as(
                head.purpose(),
                () -> new PeoplePage(
                        head,
                        register.list(query, Evidence.How.LIST, viewer.actor()),
                        new Size(register.count(query), head.at().has("search")),
                        columns,
                        chips(head, query.filter(), viewer.id())));
    }

    private List<Chip> chips(ListHead head, PeopleQuery.Filter filter, AccountId viewer) {
        var at = head.at();
        var chips = new ArrayList<Chip>();
        for (var name : at.kind().filters()) {
            if (at.has(name) && !name.equals("search")) {
                chips.add(new Chip(
                        said(name, at.word(name), filter), at.with(name, null).url(), true));
            }
        }
        if (filter.owner() == null) {
            chips.add(new Chip(
                    Said.of("lists.offer.mine"), at.with("owner", viewer).url(), false));
        }
        marks(head.purpose()).stream()
                .filter(mark -> !at.has(mark))
                .forEach(mark -> chips.add(new Chip(
                        Said.of("lists.filter." + mark + ".true"),
                        at.with(mark, "true").url(),
                        false)));
        return chips;
    }

    /** What can be asked of people's standing: a purpose that sees none of the banned has nothing to ask about them. */
    static List<String> marks(Purpose purpose) {
        return switch (purpose) {
            case MARKETING -> List.of();
            case CLAIMS -> List.of("banned", "restricted", "uninformed");
            default -> List.of("banned", "uninformed");
        };
    }

    private Said said(String name, String word, PeopleQuery.Filter filter) {
        var key = "lists.filter." + name;
        return switch (name) {
            case "organisation" -> Said.of(key, name(filter.organisation()));
            case "owner" -> Said.of(key, name(filter.owner()));
            case "role" -> Said.of(key, Said.of("lists.role." + word));
            case "source" -> Said.of(key, Said.of("lists.source." + word));
            case "language" -> Said.of(key, Languages.said(word));
            case "actSince", "actBefore" -> Said.of(key, java.time.LocalDate.parse(word));
            case "banned", "restricted", "uninformed" -> Said.of(key + "." + (isYes(word) ? "true" : "false"));
            default -> Said.of(key, word);
        };
    }

    private static boolean isYes(String word) {
        return List.of("true", "yes", "on", "1").contains(word);
    }

    private Object name(@org.jspecify.annotations.Nullable OrganisationId id) {
        return id == null
                ? ""
                : organisations.find(id).<Object>map(Organisation::name).orElse(Said.of("lists.unknown"));
    }

    private Object name(@org.jspecify.annotations.Nullable AccountId id) {
        if (id == null) {
            return "";
        }
        var name = staff.names(List.of(id.value())).get(id.value());
        return name == null ? Said.of("lists.unknown") : name;
    }
}
