package fi.seloste.cards;

import fi.seloste.register.Ability;
import fi.seloste.register.Affiliation;
import fi.seloste.register.Merging;
import fi.seloste.register.OrganisationBan;
import fi.seloste.register.OrganisationCard;
import fi.seloste.register.OrganisationRegister.Member;
import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation whole: its numbers, its people and their roles, what happened, and what can be done. */
public record OrganisationPage(
        Viewpoint at,
        OrganisationCard card,
        People people,
        Story story,
        List<Merging.Merge> merges,
        List<OrganisationBan> bans,
        LocalDate today)
        implements View {

    /** Who works there, with those who left where they are asked for; where nobody is kept, the last day of the organisation itself. */
    public record People(
            List<Member> members,
            @Nullable String next,
            boolean withPast,
            @Nullable LocalDate lastDay) {}

    @Override
    public String as() {
        return at.purpose().code();
    }

    public Points points() {
        return new Points(at, card.reached(), today);
    }

    public List<OrganisationBan> bansInForce() {
        return bans.stream().filter(OrganisationBan::isInForce).toList();
    }

    /** What it asked for once; the newest few. */
    public List<OrganisationBan> bansBefore() {
        return bans.stream().filter(ban -> !ban.isInForce()).limit(3).toList();
    }

    public boolean mayBan() {
        return at.may(Ability.BAN_FIRM);
    }

    public boolean mayLift() {
        return at.may(Ability.LIFT_FIRM);
    }

    public boolean isPresent(Affiliation affiliation) {
        return affiliation.isCurrent(today);
    }

    /** Formed from the Business ID where nobody has written one. */
    public @Nullable String expectedVatId() {
        var numbers = card.organisation().numbers();
        return numbers.businessId() == null || numbers.vatId() != null
                ? null
                : fi.seloste.base.BusinessId.parse(numbers.businessId()).vatId().value();
    }
}
