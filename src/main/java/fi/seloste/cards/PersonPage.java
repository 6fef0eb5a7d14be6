package fi.seloste.cards;

import fi.seloste.consents.ConsentPanel;
import fi.seloste.register.Ability;
import fi.seloste.register.Affiliation;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.Lamp;
import fi.seloste.register.Merging;
import fi.seloste.register.PersonCard;
import fi.seloste.ui.Offers;
import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person whole: who it is, what is permitted, how to reach, why here, what happened, and what can be done. */
public record PersonPage(
        Viewpoint at,
        PersonCard card,
        Story story,
        Why why,
        @Nullable ConsentPanel consents,
        List<Merging.Merge> merges,
        List<Offers.Offer> offers,
        LocalDate today)
        implements View {

    @Override
    public String as() {
        return at.purpose().code();
    }

    public List<Affiliation> present() {
        return card.affiliations().stream().filter(a -> a.isCurrent(today)).toList();
    }

    public List<Affiliation> past() {
        return card.affiliations().stream().filter(a -> !a.isCurrent(today)).toList();
    }

    public Points points() {
        return new Points(at, card.reached(), today);
    }

    public String lampState(Lamp lamp) {
        return switch (lamp.state()) {
            case ALLOWED -> lamp.kind() == Lamp.Kind.RESTRICTION ? "off" : "on";
            case NEEDS_BASIS -> lamp.kind() == Lamp.Kind.MARKETING ? "ask" : "off";
            case REFUSED -> lamp.kind() == Lamp.Kind.RESTRICTION ? "locked" : "no";
        };
    }

    /** The key of the act behind a lamp; null where the viewer may do nothing about it. */
    public @Nullable String lampAct(Lamp lamp) {
        var banned = card.person().standing().isBannedInPerson();
        return switch (lamp.kind()) {
            case MARKETING, PHONE ->
                banned
                        ? (at.may(Ability.LIFT) ? "cards.ban.lift" : null)
                        : (at.may(Ability.BAN) ? "cards.ban.act" : null);
            case RESTRICTION -> at.maySendToRights() && !isRestricted() ? "cards.rights.restriction" : null;
            case TRACKING, REFERENCE -> null;
        };
    }

    public String lampUrl(Lamp lamp) {
        if (lamp.kind() == Lamp.Kind.RESTRICTION) {
            return rights("restriction");
        }
        return at.to(card.person().standing().isBannedInPerson() ? "/lifting" : "/ban");
    }

    public boolean isRestricted() {
        return card.person().standing().isRestricted();
    }

    /** The rights desk, where the request is taken in with the person already filled in. */
    public String rights(String right) {
        return "/rights/receive?right=" + right + "&person=" + card.person().id();
    }

    public @Nullable ContactPoint firstPhone() {
        return card.reached().phones().stream()
                .filter(p -> p.isCurrent(today))
                .findFirst()
                .orElse(null);
    }
}
