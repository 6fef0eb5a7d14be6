package fi.seloste.cards;

import fi.seloste.base.OrganisationId;
import fi.seloste.register.DomainBan;
import fi.seloste.register.Merging;
import fi.seloste.register.MergingOrganisations;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Slice;
import fi.seloste.retention.Keeping;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays an organisation's page together, with its people as far as the purpose of the viewer sees them. */
@Component
class OrganisationDesk {

    private static final int SHOWN = 50;

    private final OrganisationRegister register;
    private final MergingOrganisations merging;
    private final DomainBan bans;
    private final Stories stories;
    private final Keeping keeping;
    private final Days days;

    OrganisationDesk(
            OrganisationRegister register,
            MergingOrganisations merging,
            DomainBan bans,
            Stories stories,
            Keeping keeping,
            Days days) {
        this.register = register;
        this.bans = bans;
        this.merging = merging;
        this.stories = stories;
        this.keeping = keeping;
        this.days = days;
    }

    Reply page(Viewpoint at, Map<String, String> query) {
        OrganisationId id = at.organisation();
        var now = register.now(id);
        if (!now.equals(id)) {
            return Redirect.to(at.with("/organisations/" + now));
        }
        var past = query.containsKey("past");
        var which = new OrganisationRegister.Members(past, SHOWN, query.get("people"));
        var members = at.seesPeople()
                ? register.members(id, which, at.actor())
                : new Slice<OrganisationRegister.Member>(List.of(), null);
        return new OrganisationPage(
                at,
                register.card(id),
                new OrganisationPage.People(members.items(), members.next(), past, lastDay(id, members)),
                stories.of(at, query),
                at.mayMerge() ? merges(id) : List.of(),
                bans.of(id),
                days.today());
    }

    /** Its time runs when nobody of it is kept. */
    private @Nullable LocalDate lastDay(OrganisationId id, Slice<OrganisationRegister.Member> members) {
        return members.items().isEmpty() ? keeping.ofOrganisation(id).orElse(null) : null;
    }

    private List<Merging.Merge> merges(OrganisationId id) {
        return merging.of(id).stream()
                .filter(merge -> merge.undoneAt() == null && !days.today().isAfter(merge.undoUntil()))
                .toList();
    }
}
