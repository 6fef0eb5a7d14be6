package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.senders.Senders;
import fi.seloste.staff.Account;
import fi.seloste.staff.Action;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Said;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Knows whether a second person's word on a campaign holds. It holds for what was looked at, to the letter, and for nothing that came after. */
@Component
class SecondPerson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Approvals approvals;
    private final Campaigns campaigns;
    private final HouseRules rules;
    private final Senders senders;
    private final Staff staff;
    private final ObjectProvider<Figures> figures;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Clock clock;

    SecondPerson(
            Approvals approvals,
            Campaigns campaigns,
            HouseRules rules,
            Senders senders,
            Staff staff,
            ObjectProvider<Figures> figures,
            Evidence evidence,
            Purposes purposes,
            Clock clock) {
        this.approvals = approvals;
        this.campaigns = campaigns;
        this.rules = rules;
        this.senders = senders;
        this.staff = staff;
        this.figures = figures;
        this.evidence = evidence;
        this.purposes = purposes;
        this.clock = clock;
    }

    /** Outside any purpose, since accounts are read on another login. */
    Sight look(Campaign campaign, @Nullable Audience audience) {
        var sight = purposes.as(Purpose.MARKETING, () -> sight(campaign, audience));
        return sight.wanted() && sight.holds() && !approverMay(sight)
                ? new Sight(true, sight.newest(), sight.seal(), false)
                : sight;
    }

    /** The same in the transaction in which it leaves, but for the right of whoever approved. */
    Sight sight(Campaign campaign, @Nullable Audience audience) {
        var seal = seal(campaign, audience);
        var newest = approvals.newest(campaign.id()).orElse(null);
        var holds = newest != null
                && newest.isApproved()
                && newest.asking().look().seal().equals(seal);
        return new Sight(rules.now().secondPerson(), newest, seal, holds);
    }

    private boolean approverMay(Sight sight) {
        return Optional.ofNullable(sight.newest())
                .map(Approval::decision)
                .filter(decision -> may(decision.by()))
                .isPresent();
    }

    boolean may(UUID account) {
        return whoMay().stream().anyMatch(one -> one.id().value().equals(account));
    }

    /** Whoever may send may look at it; reading one's own people only is not enough to judge an audience. */
    List<Account> whoMay() {
        return staff.whoMay(Purpose.MARKETING, Action.CHANGE).stream()
                .filter(one -> staff.permissions(one.id()).mayWhole(Purpose.MARKETING, Action.CHANGE))
                .toList();
    }

    /** What an open word was said to is another now, so the word is gone. In the transaction that changes it. */
    void lapse(UUID campaign) {
        if (approvals.end(campaign, Approval.State.LAPSED, clock.instant())) {
            campaigns.did(campaign, "lapsed", null, Sending.SYSTEM, clock.instant());
            evidence.record(Sending.SYSTEM, Act.of("approval-lapsed").about("campaign", campaign));
        }
    }

    /** Every campaign to that audience. */
    void lapseOf(UUID audience) {
        approvals.openOf(audience).forEach(this::lapse);
    }

    /** What modules above send besides, such as other subjects. */
    List<Said> besides(Campaign campaign) {
        return figures.orderedStream()
                .flatMap(module -> module.sends(campaign).stream())
                .toList();
    }

    /** Everything that decides who reads what, from whom and how fast; what staff call it is theirs. */
    private String seal(Campaign campaign, @Nullable Audience audience) {
        var plan = campaign.plan();
        var chosen = plan.sender().chosen();
        var parts = List.of(
                campaign.content().json(),
                plan.named("-").toString(),
                audience == null ? "" : audience.id() + JSON.writeValueAsString(audience.criteria()),
                chosen == null ? "" : senders.get(chosen).face().toString(),
                besides(campaign).toString());
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(JSON.writeValueAsString(parts).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes down what was done about it, on the campaign's page and as evidence. */
    void did(UUID campaign, String deed, Map<String, ?> detail, Actor actor) {
        campaigns.did(campaign, deed, null, actor, clock.instant());
        evidence.record(
                actor, Act.of("approval-" + deed).about("campaign", campaign).with(detail));
    }
}
