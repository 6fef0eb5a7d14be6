package fi.seloste.responses;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.MergeFields;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The door to trials of subjects. */
@Component
public class Trying {

    private final Trials trials;
    private final Marketing marketing;
    private final MergeFields fields;
    private final Responses responses;
    private final Ground ground;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Clock clock;

    Trying(
            Trials trials,
            Marketing marketing,
            MergeFields fields,
            Responses responses,
            Ground ground,
            Evidence evidence,
            Purposes purposes,
            Clock clock) {
        this.trials = trials;
        this.marketing = marketing;
        this.fields = fields;
        this.responses = responses;
        this.ground = ground;
        this.evidence = evidence;
        this.purposes = purposes;
        this.clock = clock;
    }

    @As(Purpose.MARKETING)
    public Optional<Trial> find(UUID campaign) {
        marketing.get(campaign);
        return trials.find(campaign);
    }

    /** Plans it anew; what somebody else planned meanwhile is not written over. Version 0 is none. */
    @As(Purpose.MARKETING)
    public void plan(UUID campaign, int seen, Trial.Plan plan) {
        var one = draft(campaign);
        if (!ground.now().isDeclared()) {
            throw Problem.conflict("responses.trial.undeclared");
        }
        plan.mustSuit(one.content());
        fields.mustBeKnown("subjects", plan.words());
        if (!trials.set(campaign, seen, plan)) {
            throw Problem.stale("marketing.campaign.stale");
        }
    }

    @As(Purpose.MARKETING)
    public void remove(UUID campaign) {
        draft(campaign);
        trials.remove(campaign);
    }

    private Campaign draft(UUID id) {
        var campaign = marketing.changing(id);
        if (!campaign.isDraft()) {
            throw Problem.conflict("responses.trial.notDraft");
        }
        return campaign;
    }

    /** In the transaction that froze the readers. */
    @EventListener
    void begun(Campaign.Begun event) {
        var now = clock.instant();
        trials.find(event.id())
                .ifPresent(trial -> trials.begin(
                        trial, now, now.plus(Duration.ofHours(trial.plan().hours()))));
    }

    @EventListener
    void forgotten(Campaign.Forgotten event) {
        trials.remove(event.id());
    }

    /** Decides what is due. */
    public void decideDue() {
        purposes.as(Purpose.MARKETING, () -> trials.due(clock.instant()).forEach(this::decide));
    }

    private void decide(UUID campaign) {
        var decision = Trial.decide(scores(campaign), clock.instant());
        trials.decide(campaign, decision);
        evidence.record(
                Actor.system("marketing"),
                Act.of("subject-decided")
                        .about("campaign", campaign)
                        .with(Map.of(
                                "subject",
                                decision.winner(),
                                "by",
                                decision.by().code())));
    }

    private List<Trial.Score> scores(UUID campaign) {
        var subjects = responses.of(campaign).parts().subjects();
        return trials.people(campaign).stream()
                .map(tried -> subjects.stream()
                        .filter(part -> part.code().equals(String.valueOf(tried.subjectNo())))
                        .findFirst()
                        .map(part -> new Trial.Score(
                                tried.subjectNo(),
                                tried.people(),
                                part.clicked().people(),
                                part.opened().people()))
                        .orElse(new Trial.Score(tried.subjectNo(), tried.people(), 0, 0)))
                .toList();
    }
}
