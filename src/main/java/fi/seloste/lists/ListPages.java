package fi.seloste.lists;

import fi.seloste.register.SavedView;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
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
        if (query.isEmpty()) {
            var standard = views.stream().filter(SavedView::standard).findFirst();
            if (standard.isPresent() && !standard.get().query().isEmpty()) {
                return Redirect.to(at.kind().path() + "?" + standard.get().query());
            }
        }
        if (query.getOrDefault("organisationName", "").strip().length() > 0) {
            return Redirect.to(at.url("/filters") + (at.words().isEmpty() ? "?" : "&") + "organisationName="
                    + java.net.URLEncoder.encode(
                            query.get("organisationName").strip(), java.nio.charset.StandardCharsets.UTF_8));
        }
        if (query.values().stream().anyMatch(String::isBlank)) {
            return Redirect.to(at.url());
        }
        var head = heads.of(at, purpose, views, viewer);
        return at.kind() == Kind.PEOPLE ? people.page(head, viewer) : organisations.page(head, viewer);
    }
}
