package fi.seloste.marketing;

import fi.seloste.notice.DeclaredPurpose;
import fi.seloste.notice.LawfulBasis;
import fi.seloste.notice.Notice;
import fi.seloste.senders.Senders;
import fi.seloste.store.Purpose;
import fi.seloste.store.Relay;
import fi.seloste.ui.Said;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Looks a campaign over before it leaves. What is wrong blocks it; nobody can press it away. */
@Component
class Checks {

    private final Notice notice;
    private final WordChecks words;
    private final Footers footers;
    private final Relay relay;
    private final Senders senders;
    private final TopicSource topics;
    private final HouseRules rules;
    private final Environment environment;

    Checks(
            Notice notice,
            WordChecks words,
            Footers footers,
            Relay relay,
            Senders senders,
            TopicSource topics,
            HouseRules rules,
            Environment environment) {
        this.notice = notice;
        this.words = words;
        this.footers = footers;
        this.relay = relay;
        this.senders = senders;
        this.topics = topics;
        this.rules = rules;
        this.environment = environment;
    }

    /** Purposes of the notice on which a campaign may stand: marketing by legitimate interests. */
    List<DeclaredPurpose> grounds() {
        return notice.inForce().purposesOpening(Purpose.MARKETING).stream()
                .filter(one -> one.basis() == LawfulBasis.LEGITIMATE_INTERESTS)
                .toList();
    }

    List<Check> of(Campaign campaign, Targeting.Reach reach) {
        var content = campaign.said();
        return Stream.concat(
                        Stream.of(
                                ground(campaign),
                                WordChecks.each(
                                        "why",
                                        content,
                                        language -> content.why(language).isEmpty() ? "missing" : null),
                                audience(campaign, reach.reached()),
                                frequency(campaign.plan(), reach),
                                sender(campaign.plan().sender()),
                                domain(campaign.plan().sender()),
                                server(campaign.plan().sender())),
                        words.of(campaign).stream())
                .toList();
    }

    /** Of what goes to one at a time it is not asked whom it reaches. */
    List<Check> ofLasting(Campaign campaign) {
        return of(campaign, Targeting.Reach.NOBODY).stream()
                .filter(one -> !one.code().equals("audience"))
                .toList();
    }

    private Check ground(Campaign campaign) {
        if (campaign.plan().topic() != null) {
            return subscribed(campaign.plan());
        }
        return grounds().stream()
                .filter(one -> one.id().equals(campaign.plan().purpose()))
                .findFirst()
                .map(one -> Check.passed("ground", one.name()))
                .orElse(Check.failed("ground", "undeclared"));
    }

    /** Art. 6(1)(a): what was agreed to is a newsletter for its purpose, and only that may be sent because of it. */
    private Check subscribed(Campaign.Plan plan) {
        var rests = notice.inForce().purposesOpening(Purpose.MARKETING).stream()
                .anyMatch(one -> one.id().equals(plan.purpose()) && one.basis() == LawfulBasis.CONSENT);
        return topics.find(plan.topic())
                .filter(one -> rests && one.purpose().equals(plan.purpose()))
                .map(one -> Check.passed("ground", one.name()))
                .orElse(Check.failed("ground", "topic"));
    }

    private static Check audience(Campaign campaign, int reached) {
        if (campaign.plan().audience() == null && campaign.plan().topic() == null) {
            return Check.failed("audience", "missing");
        }
        return reached == 0 ? Check.failed("audience", "nobody") : Check.passed("audience", reached);
    }

    /** Blocks nothing: whoever has had enough is left out one by one, now and at each message. */
    private Check frequency(Campaign.Plan plan, Targeting.Reach reach) {
        var cap = rules.now().cap();
        if (plan.topic() != null) {
            return new Check("frequency", true, Said.of("marketing.check.frequency.newsletter"));
        }
        return cap.most() == null
                ? new Check("frequency", true, Said.of("marketing.check.frequency.none"))
                : Check.passed("frequency", cap.most(), cap.days(), reach.of(RecentDeliveries.REASON));
    }

    private Check sender(Campaign.Sender said) {
        if (said.chosen() == null) {
            return said.name().isEmpty()
                    ? Check.failed("sender", "missing")
                    : Check.passed("sender", said.name(), relay.from());
        }
        var face = senders.get(said.chosen()).face();
        return Check.passed("sender", said.name().isEmpty() ? face.name() : said.name(), face.address());
    }

    /** What the house's own address needs is its mail server's matter; mail that does not leave needs nothing. */
    private Check domain(Campaign.Sender said) {
        if (said.chosen() == null) {
            return new Check("domain", true, Said.of("marketing.check.domain.house"));
        }
        var sender = senders.get(said.chosen());
        var wrong = sender.wrong();
        if (sender.isReady()) {
            return Check.passed("domain", sender.domain().name());
        }
        if (staysHere()) {
            return new Check("domain", true, Said.of("marketing.check.server.outbox"));
        }
        return wrong == null
                ? Check.failed("domain", "unknown", sender.domain().name())
                : Check.failed(
                        "domain",
                        "wrong",
                        sender.domain().name(),
                        Said.of("senders.kind." + wrong.kind().code()),
                        Said.of("senders.finding." + wrong.kind().code() + "." + wrong.code()));
    }

    private boolean leaves(Campaign.Sender said) {
        return relay.leaves()
                || (said.chosen() != null && senders.get(said.chosen()).pool() != null);
    }

    private boolean staysHere() {
        return !relay.leaves() && environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** Mail that leaves must carry links that lead somewhere; the demonstration's mail stays in its outbox. */
    private Check server(Campaign.Sender said) {
        if (staysHere() || !leaves(said)) {
            return staysHere()
                    ? new Check("server", true, Said.of("marketing.check.server.outbox"))
                    : Check.failed("server", "missing");
        }
        return footers.isReachable() ? Check.passed("server", footers.url("")) : Check.failed("server", "address");
    }
}
