package fi.seloste.cards;

import fi.seloste.base.PersonId;
import fi.seloste.consents.ConsentDesk;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Merging;
import fi.seloste.register.Party;
import fi.seloste.register.PersonCard;
import fi.seloste.register.Register;
import fi.seloste.ui.Offers;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lays a person's page together, in the purpose of its viewer. */
@Component
class PersonDesk {

    private final Register register;
    private final Merging merging;
    private final Stories stories;
    private final WhyHere why;
    private final ConsentDesk consents;
    private final ObjectProvider<Offers> offers;
    private final Days days;

    PersonDesk(
            Register register,
            Merging merging,
            Stories stories,
            WhyHere why,
            ConsentDesk consents,
            ObjectProvider<Offers> offers,
            Days days) {
        this.register = register;
        this.merging = merging;
        this.stories = stories;
        this.why = why;
        this.consents = consents;
        this.offers = offers;
        this.days = days;
    }

    Reply page(Viewpoint at, Map<String, String> query) {
        PersonId id = at.person();
        var now = register.now(id);
        if (!now.equals(id)) {
            register.get(now);
            return Redirect.to(at.with("/people/" + now));
        }
        var card = register.card(id, Evidence.How.PAGE, at.actor());
        return new PersonPage(
                at,
                card,
                stories.of(at, query),
                why.of(card, at.locale()),
                consents.panel(id, at.standpoint().viewer()),
                at.mayMerge() ? merges(id) : List.of(),
                offers(card),
                days.today());
    }

    /** Of somebody about whom nothing stands in the way of every purpose. */
    private List<Offers.Offer> offers(PersonCard card) {
        return card.person().standing().isFree()
                ? offers.orderedStream()
                        .flatMap(module -> module.to(card.person().id().value()).stream())
                        .toList()
                : List.of();
    }

    private List<Merging.Merge> merges(PersonId id) {
        return merging.of(id).stream()
                .filter(merge -> merge.undoneAt() == null && !days.today().isAfter(merge.undoUntil()))
                .toList();
    }

    /** Whether the running purpose sees the person: after an act that hides, there is no page to go back to. */
    boolean sees(Party party) {
        return party.person() != null && register.find(party.person()).isPresent();
    }
}
