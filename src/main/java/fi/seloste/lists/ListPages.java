package fi.seloste.lists;

import fi.seloste.register.SavedView;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of people and organisations, in the viewer's purpose or another that ?as= names. */
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
class ListPages {

    private final Heads heads;
    private final PeopleReading people;
    private final OrganisationsReading organisations;

    ListPages(Heads heads, PeopleReading people, OrganisationsReading organisations) {
        this.heads = heads;
        this.people = people;
        this.organisations = organisations;
    }

    /** Without a query the list opens with the view that the viewer chose; an address with empty words is made short. */
    @GetMapping({"/people", "/organisations"})
    Reply list(@RequestParam Map<String, String> query, HttpServletRequest request, Purpose purpose, SignedIn viewer) {
        var at = ListAddress.of(Kind.of(request), query);
        var views = heads.views(at.kind(), viewer);
        var elsewhere = elsewhere(at, query, views);
        if (elsewhere != null) {
            return Redirect.to(elsewhere);
        }
        var head = heads.of(at, purpose, views, viewer);
        return at.kind() == Kind.PEOPLE ? people.page(head, viewer) : organisations.page(head, viewer);
    }

    private static @Nullable String elsewhere(ListAddress at, Map<String, String> query, List<SavedView> views) {
        if (query.isEmpty()) {
            return views.stream()
                    .filter(view -> view.standard() && !view.query().isEmpty())
                    .map(view -> at.kind().path() + "?" + view.query())
                    .findFirst()
                    .orElse(null);
        }
        var named = query.getOrDefault("organisationName", "").strip();
        if (!named.isEmpty()) {
            return at.url("/filters") + (at.words().isEmpty() ? "?" : "&") + "organisationName="
                    + URLEncoder.encode(named, StandardCharsets.UTF_8);
        }
        if (query.values().stream().noneMatch(String::isBlank)) {
            return null;
        }
        // Whoever emptied the search box means everybody, not the view that the list opens with.
        return at.words().isEmpty() ? at.with("sort", "name").url() : at.url();
    }
}
