package fi.seloste.cards;

import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.register.Ability;
import fi.seloste.register.Party;
import fi.seloste.staff.Action;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Standpoint;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Crumb;
import fi.seloste.ui.Wording;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who looks at whom, in which purpose, and what this purpose may do. Every address that a page leads to keeps the purpose. */
public record Viewpoint(Party party, Standpoint standpoint, Set<Ability> abilities) {

    private static final List<Purpose> ORDER = List.of(
            Purpose.CUSTOMER,
            Purpose.SUPPORT,
            Purpose.MARKETING,
            Purpose.CONTRACTS,
            Purpose.BILLING,
            Purpose.CLAIMS,
            Purpose.REFERENCES);

    public Purpose purpose() {
        return standpoint.purpose();
    }

    public boolean isPerson() {
        return party.person() != null;
    }

    PersonId person() {
        if (party.person() == null) {
            throw Problem.notFound("person");
        }
        return party.person();
    }

    OrganisationId organisation() {
        if (party.organisation() == null) {
            throw Problem.notFound("organisation");
        }
        return party.organisation();
    }

    Actor actor() {
        return standpoint.viewer().actor();
    }

    ZoneId zone() {
        return standpoint.viewer().zone();
    }

    Locale locale() {
        return standpoint.viewer().locale();
    }

    /** The page of the one that is looked at. */
    public String home() {
        return to("");
    }

    public String to(String below) {
        return with((isPerson() ? "/people/" : "/organisations/") + party.id() + below);
    }

    /** The way back from what stands below the page of the one that is looked at. */
    public List<Crumb> above(Wording wording) {
        return List.of(new Crumb(wording.t(isPerson() ? "cards.person" : "cards.organisation"), home()));
    }

    /** Any address, seen in the same purpose. */
    public String with(String url) {
        if (!purpose().isOfStaff() || isByDefault()) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + "as=" + purpose().code();
    }

    /** Empty where the address needs not say it. */
    public String as() {
        return purpose().isOfStaff() && !isByDefault() ? purpose().code() : "";
    }

    /** The purposes in which the viewer may look as well. */
    public List<Purpose> others() {
        return ORDER.stream()
                .filter(p -> p != purpose() && permissions().may(p, Action.SEE))
                .toList();
    }

    /** Purposes whose part of the timeline belongs to this page: all that the viewer holds, unless one was chosen. */
    Set<Purpose> also() {
        return isByDefault() ? Set.copyOf(others()) : Set.of();
    }

    public boolean may(Ability ability) {
        return purpose().isOfStaff()
                && abilities.contains(ability)
                && permissions().may(purpose(), Action.CHANGE);
    }

    public boolean mayEdit() {
        return may(Ability.EDIT);
    }

    public boolean mayTag() {
        return may(isPerson() ? Ability.TAG_PEOPLE : Ability.TAG_ORGANISATIONS);
    }

    public boolean mayNote() {
        return may(Ability.NOTE);
    }

    public boolean mayMerge() {
        return may(Ability.MERGE);
    }

    public boolean seesHistory() {
        return abilities.contains(Ability.HISTORY);
    }

    public boolean seesPeople() {
        return abilities.contains(Ability.SEE_PEOPLE);
    }

    /** Whether requests of data subjects are this viewer's work. */
    public boolean maySendToRights() {
        return permissions().may(Purpose.RIGHTS, Action.CHANGE);
    }

    void must(Ability ability) {
        if (!may(ability)) {
            throw Problem.notAllowed(
                    "cards.notIn." + (isPerson() ? "person" : "organisation"),
                    purpose().code());
        }
    }

    private boolean isByDefault() {
        return first(Action.SEE) == purpose() && (first(Action.CHANGE) == purpose() || first(Action.CHANGE) == null);
    }

    private @org.jspecify.annotations.Nullable Purpose first(Action action) {
        return ORDER.stream()
                .filter(p -> permissions().may(p, action))
                .findFirst()
                .orElse(null);
    }

    private Permissions permissions() {
        return standpoint.viewer().permissions();
    }
}
