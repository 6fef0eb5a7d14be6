package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The door to audiences. Whom marketing sees is read in its own purpose; whom it must not see is counted in keeping, which knows standings and no
 * names, and only the numbers come out.
 */
@Component
public class Targeting {

    private final Audiences audiences;
    private final Recipients recipients;
    private final Crowds crowds;
    private final Standings standings;
    private final SecondPerson secondPerson;
    private final HouseRules rules;
    private final Questions questions;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Clock clock;
    private final int atOnce;

    /** {@code atOnce}: so many are judged, and laid out, while somebody waits at a page. */
    Targeting(
            Audiences audiences,
            Recipients recipients,
            Crowds crowds,
            Standings standings,
            SecondPerson secondPerson,
            HouseRules rules,
            Questions questions,
            Evidence evidence,
            Purposes purposes,
            Clock clock,
            @Value("${seloste.audience.at-once:20000}") int atOnce) {
        this.audiences = audiences;
        this.recipients = recipients;
        this.crowds = crowds;
        this.standings = standings;
        this.secondPerson = secondPerson;
        this.rules = rules;
        this.questions = questions;
        this.evidence = evidence;
        this.purposes = purposes;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /** How many people fit, and of those who get no message how many for which reason. */
    public record Reach(int people, List<Excluded> excluded, HouseRule.Cap cap) {

        static final Reach NOBODY = new Reach(0, List.of(), HouseRule.Cap.USUAL);

        public int reached() {
            return people - excluded.stream().mapToInt(Excluded::people).sum();
        }

        int of(String reason) {
            return excluded.stream()
                    .filter(one -> one.reason().equals(reason))
                    .mapToInt(Excluded::people)
                    .sum();
        }
    }

    @As(Purpose.MARKETING)
    public List<Audience> newest() {
        return audiences.newest();
    }

    @As(Purpose.MARKETING)
    public Paged<Audience> list(Paging asked) {
        return Paged.of(audiences.after(asked.afterId(), asked.limit() + 1), asked, Audience::id);
    }

    @As(Purpose.MARKETING)
    public Audience get(UUID id) {
        return audiences.find(id).orElseThrow(() -> Problem.notFound("audience"));
    }

    @As(Purpose.MARKETING)
    public UUID add(String name, Criteria criteria, Actor actor) {
        return audiences.add(Audience.named(name), questions.checked(criteria), actor, clock.instant());
    }

    @As(Purpose.MARKETING)
    public void change(UUID id, int seen, String name, Criteria criteria) {
        var before = get(id);
        var checked = questions.checked(criteria, before.criteria());
        if (!audiences.set(id, seen, Audience.named(name), checked, clock.instant())) {
            throw Problem.stale("marketing.audience.stale");
        }
        if (!before.criteria().equals(criteria)) {
            secondPerson.lapseOf(id);
        }
    }

    /** One that a campaign names stays, so that it can be told whom the campaign was for. */
    @As(Purpose.MARKETING)
    public void remove(UUID id) {
        get(id);
        if (audiences.isUsed(id)) {
            throw Problem.conflict("marketing.audience.used");
        }
        audiences.remove(id);
    }

    /** How many fit whom marketing sees: quick enough to be asked at every click. */
    @As(Purpose.MARKETING)
    public int count(Criteria criteria) {
        questions.mustBeAllowed(criteria);
        return recipients.count(criteria);
    }

    /** Whether they are so many that nobody waits for them at a page. */
    public boolean isLarge(int people) {
        return people > atOnce;
    }

    boolean isLarge(Criteria criteria) {
        return isLarge(purposes.as(Purpose.MARKETING, () -> count(criteria)));
    }

    /** For the purpose that campaigns to it usually have. */
    public Reach reach(Criteria criteria) {
        return reach(new Recipients.Aim(criteria, "", null));
    }

    Reach reach(Recipients.Aim aim) {
        questions.mustBeAllowed(aim.criteria());
        var hidden = purposes.as(Purpose.KEEPING, () -> standings.hidden(aim.criteria()));
        return purposes.as(Purpose.MARKETING, () -> {
            var seen = crowds.counted(aim);
            var excluded = new ArrayList<>(hidden);
            seen.stream().filter(one -> !one.reason().isEmpty()).forEach(excluded::add);
            int people = Stream.concat(hidden.stream(), seen.stream())
                    .mapToInt(Excluded::people)
                    .sum();
            return new Reach(people, List.copyOf(excluded), rules.now().cap());
        });
    }

    /** Those whom marketing sees, by name, with what holds each back; whoever is shown was consulted. */
    @As(Purpose.MARKETING)
    public List<Member> members(
            Criteria criteria,
            @Nullable String afterName,
            @Nullable UUID afterId,
            int limit,
            Evidence.How how,
            Actor actor) {
        questions.mustBeAllowed(criteria);
        var members = recipients.page(new Recipients.Aim(criteria, "", null), afterName, afterId, limit);
        evidence.consulted(actor, how, members.stream().map(Member::id).toList());
        return members;
    }

    /** Some of those who fit, whom marketing sees, by their ids after a mark: to be acted upon, not to be read. */
    @As(Purpose.MARKETING)
    public List<PersonId> fitting(Criteria criteria, UUID after, int most) {
        return questions.areAllowed(criteria) ? recipients.fitting(criteria, after, most) : List.of();
    }

    /** Who of these is among them. What the notice does not let marketing know is not so. */
    @As(Purpose.MARKETING)
    public Set<PersonId> fitting(Criteria criteria, Collection<PersonId> people) {
        return questions.areAllowed(criteria) ? recipients.fitting(criteria, people) : Set.of();
    }
}
