package fi.seloste.cards;

import fi.seloste.register.Affiliation;
import fi.seloste.register.Merging;
import fi.seloste.register.OrganisationCard;
import fi.seloste.register.OrganisationRegister.Member;
import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation whole: its numbers, its people and their roles, what happened, and what can be done. */
public record OrganisationPage(
        Viewpoint at, OrganisationCard card, People people, Story story, List<Merging.Merge> merges, LocalDate today)
        implements View {

    /** Who works there; with those who left where they are asked for. */
    public record People(List<Member> members, @Nullable String next, boolean withPast) {}

    @Override
    public String as() {
        return at.purpose().code();
    }

    public Points points() {
        return new Points(at, card.reached(), today);
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
