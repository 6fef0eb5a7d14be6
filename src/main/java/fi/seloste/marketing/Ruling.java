package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The door to what the house has set for all its campaigns. It holds at once, for what is leaving too. */
@Component
public class Ruling {

    private final HouseRules rules;
    private final Evidence evidence;
    private final Clock clock;

    Ruling(HouseRules rules, Evidence evidence, Clock clock) {
        this.rules = rules;
        this.evidence = evidence;
        this.clock = clock;
    }

    @As(Purpose.MARKETING)
    public HouseRule now() {
        return rules.now();
    }

    /** In place of the version that the rule names; what somebody set meanwhile is not written over. */
    @As(Purpose.MARKETING)
    public void set(HouseRule rule, Actor actor) {
        if (!rules.set(rule, actor, clock.instant())) {
            throw Problem.stale("marketing.rules.stale");
        }
        var cap = rule.cap();
        evidence.record(
                actor,
                Act.of("campaign-rules-changed")
                        .with(Map.of(
                                "secondPerson",
                                rule.secondPerson(),
                                "most",
                                cap.most() == null ? "none" : cap.most(),
                                "days",
                                cap.days())));
    }
}
