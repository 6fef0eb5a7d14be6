package fi.seloste.lists;

import fi.seloste.base.OrganisationId;
import fi.seloste.register.Organisation;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Tagging;
import fi.seloste.staff.Needs;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Option;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What shapes a list: its conditions and its columns. Both forms only make another address of the list. */
@Controller
@Needs(
        purpose = {
            Purpose.CUSTOMER,
            Purpose.SUPPORT,
            Purpose.MARKETING,
            Purpose.CONTRACTS,
            Purpose.BILLING,
            Purpose.CLAIMS,
            Purpose.REFERENCES
        },
        chosen = true)
class ShapePages {

    private static final int OFFERED = 8;

    private final OrganisationRegister organisations;
    private final Tagging tagging;
    private final Staff staff;
    private final Purposes purposes;

    ShapePages(OrganisationRegister organisations, Tagging tagging, Staff staff, Purposes purposes) {
        this.organisations = organisations;
        this.tagging = tagging;
        this.staff = staff;
        this.purposes = purposes;
    }

    /** An organisation is chosen by a part of its name: one match is taken, of several one is asked for. */
    @GetMapping({"/people/filters", "/organisations/filters"})
    Reply filters(
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "") String organisationName,
            HttpServletRequest request,
            Purpose purpose) {
        var at = ListAddress.of(Kind.of(request), query).begun();
        var owners = staff.accounts().stream()
                .map(account -> new Option(account.id().toString(), account.name()))
                .toList();
        return purposes.as(purpose, () -> {
            var which = which(at, organisationName.strip());
            return which.found().size() == 1 && !organisationName.isBlank()
                    ? Redirect.to(
                            at.with("organisation", which.found().getFirst().value())
                                    .url())
                    : new FiltersPage(at, purpose, new FiltersPage.Choices(owners, tags(at.kind())), which);
        });
    }

    private FiltersPage.Which which(ListAddress at, String typed) {
        if (!typed.isEmpty()) {
            return new FiltersPage.Which(
                    typed,
                    organisations.find(typed, OFFERED).stream()
                            .map(row -> new Option(row.id().toString(), row.name()))
                            .toList());
        }
        return new FiltersPage.Which("", at.has("organisation") ? present(at.word("organisation")) : List.of());
    }

    private List<Option> present(String id) {
        var name = organisations.find(OrganisationId.valueOf(id)).map(Organisation::name);
        return name.map(one -> List.of(new Option(id, one))).orElse(List.of());
    }

    private List<Option> tags(Kind kind) {
        var tags = kind == Kind.PEOPLE ? tagging.ofPeople() : tagging.ofOrganisations();
        return tags.stream().map(tag -> new Option(tag, tag)).toList();
    }

    @GetMapping({"/people/columns", "/organisations/columns"})
    Reply columns(
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable List<String> column,
            @RequestParam(defaultValue = "false") boolean chosen,
            HttpServletRequest request) {
        var at = ListAddress.of(Kind.of(request), query).begun();
        if (!chosen) {
            return new ColumnsPage(at, ColumnsPage.shownAt(at));
        }
        var words = new LinkedHashMap<>(at.words());
        words.put("columns", column == null ? "name" : String.join(",", column));
        var wanted = ListAddress.of(at.kind(), words);
        var usual = ColumnsPage.shownAt(at.with("columns", null)).equals(ColumnsPage.shownAt(wanted));
        return Redirect.to(usual ? at.with("columns", null).url() : wanted.url());
    }
}
