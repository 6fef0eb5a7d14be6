package fi.seloste.marketing;

import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks a campaign over: whom it would reach now, and what blocks it. Outside any purpose, since it asks in several. */
@Component
class Looking {

    private final Targeting targeting;
    private final Lastings lastings;
    private final Questions questions;
    private final Checks checks;
    private final SecondPerson secondPerson;
    private final Purposes purposes;

    Looking(
            Targeting targeting,
            Lastings lastings,
            Questions questions,
            Checks checks,
            SecondPerson secondPerson,
            Purposes purposes) {
        this.targeting = targeting;
        this.lastings = lastings;
        this.questions = questions;
        this.checks = checks;
        this.secondPerson = secondPerson;
        this.purposes = purposes;
    }

    /** For who only wants to see it: whom it reaches is asked of what has not been sent, and of very many when somebody waits for it. */
    Looked seen(Campaign campaign, boolean waits) {
        if (!campaign.isOnItsWay() && (waits || !isLarge(campaign))) {
            return at(campaign);
        }
        return glanced(campaign);
    }

    /** The word on it alone; nobody is asked whom it reaches. */
    Looked glanced(Campaign campaign) {
        boolean lasting = purposes.as(Purpose.MARKETING, () -> lastings.isThere(campaign.id()));
        var audience = audience(campaign);
        var sight = secondPerson.look(campaign, audience);
        return new Looked(campaign, audience, Targeting.Reach.NOBODY, List.of(), sight, lasting);
    }

    private boolean isLarge(Campaign campaign) {
        var audience = audience(campaign);
        if (audience == null && campaign.plan().topic() == null) {
            return false;
        }
        var criteria = aim(campaign, audience).criteria();
        return questions.areAllowed(criteria) && targeting.isLarge(criteria);
    }

    private @Nullable Audience audience(Campaign campaign) {
        var chosen = campaign.plan().audience();
        return chosen == null ? null : targeting.get(chosen);
    }

    Looked at(Campaign campaign) {
        if (purposes.as(Purpose.MARKETING, () -> lastings.isThere(campaign.id()))) {
            var checked = purposes.as(Purpose.MARKETING, () -> checks.ofLasting(campaign));
            return looked(campaign, null, Targeting.Reach.NOBODY, checked, true);
        }
        var audience = audience(campaign);
        var withheld = audience == null ? List.<Said>of() : questions.withheld(audience.criteria());
        var reach = audience == null && campaign.plan().topic() == null || !withheld.isEmpty()
                ? Targeting.Reach.NOBODY
                : targeting.reach(aim(campaign, audience));
        var checked = new ArrayList<>(purposes.as(Purpose.MARKETING, () -> checks.of(campaign, reach)));
        withheld.forEach(why -> checked.add(new Check("audience", false, why)));
        return looked(campaign, audience, reach, checked, false);
    }

    /** Where the house wants a second person, their word is one of the checks. */
    private Looked looked(
            Campaign campaign,
            @Nullable Audience audience,
            Targeting.Reach reach,
            List<Check> passed,
            boolean lasting) {
        var sight = secondPerson.look(campaign, audience);
        var checked = new ArrayList<>(passed);
        if (sight.wanted()) {
            checked.add(sight.check());
        }
        return new Looked(campaign, audience, reach, List.copyOf(checked), sight, lasting);
    }

    /** An issue of a newsletter needs no audience: it goes to its subscribers. */
    static Recipients.Aim aim(Campaign campaign, @Nullable Audience audience) {
        var plan = campaign.plan();
        var criteria = audience == null ? subscribing(plan.topic()) : audience.criteria();
        return new Recipients.Aim(criteria, plan.purpose(), plan.topic(), campaign.id());
    }

    private static Criteria subscribing(@Nullable String topic) {
        var asked = new Criteria.Condition(TopicSource.QUESTION, Objects.requireNonNull(topic));
        return Criteria.EVERYBODY.withGroup(new Criteria.Group(Criteria.Match.ALL, false, List.of(asked)));
    }
}
