package fi.seloste.marketing;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.staff.Account;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to a second person's word on a campaign. Programs may ask for it and never give it; nobody gives it to what they asked for themselves, nor to what
 * they have not seen as it is now.
 */
@Component
public class Approving {

    private static final int MOST_WAITING = 20;

    private final Marketing marketing;
    private final Approvals approvals;
    private final SecondPerson secondPerson;
    private final ApprovalLetters letters;
    private final Purposes purposes;
    private final Clock clock;

    Approving(
            Marketing marketing,
            Approvals approvals,
            SecondPerson secondPerson,
            ApprovalLetters letters,
            Purposes purposes,
            Clock clock) {
        this.marketing = marketing;
        this.approvals = approvals;
        this.secondPerson = secondPerson;
        this.letters = letters;
        this.purposes = purposes;
        this.clock = clock;
    }

    /** Campaigns that wait for this person's word, the oldest first. */
    @As(Purpose.MARKETING)
    public List<Approval.Waiting> waitingFor(AccountId account) {
        return approvals.waitingFor(account.value(), MOST_WAITING);
    }

    /** The newest asking of a campaign, however it ended. */
    @As(Purpose.MARKETING)
    public Optional<Approval> newest(UUID campaign) {
        marketing.get(campaign);
        return approvals.newest(campaign);
    }

    /** Who may be asked by this person. */
    List<Account> colleagues(AccountId self) {
        return secondPerson.whoMay().stream()
                .filter(one -> !one.id().equals(self))
                .toList();
    }

    /** For a draft in which nothing else is in the way. Whoever asks must be known, so that nobody answers themselves by a program. */
    public void ask(UUID id, Approval.Wish wish, Actor actor, @Nullable AccountId self) {
        if (self == null) {
            throw Problem.notAllowed("marketing.approval.ownerless");
        }
        var looked = marketing.look(id);
        looked.campaign().mustBe(Campaign.State.DRAFT);
        if (!looked.sight().wanted()) {
            throw Problem.conflict("marketing.approval.notWanted");
        }
        looked.mustBeReady();
        if (looked.lasting() && wish.startsAt() != null) {
            throw Problem.invalid("startsAt", "marketing.campaign.lasting");
        }
        if (wish.startsAt() != null) {
            marketing.mustBeToCome(wish.startsAt());
        }
        var asked = asked(wish.of(), self);
        purposes.as(Purpose.MARKETING, () -> {
            var campaign = marketing.heldAs(looked);
            endOutdated(secondPerson.sight(campaign, looked.audience()), id);
            var look = new Approval.Look(looked.sight().seal(), looked.reach().reached());
            approvals.add(id, new Approval.Asking(clock.instant(), self.value(), wish, look));
            secondPerson.did(id, "asked", detail(look), actor);
            asked.forEach(one -> letters.asked(one, campaign, wish, actor));
        });
    }

    private List<Account> asked(@Nullable UUID of, AccountId self) {
        if (self.value().equals(of)) {
            throw Problem.invalid("of", "marketing.approval.ofSelf");
        }
        var asked = colleagues(self).stream()
                .filter(one -> of == null || one.id().value().equals(of))
                .toList();
        if (asked.isEmpty()) {
            throw of == null
                    ? Problem.conflict("marketing.approval.nobodyElse")
                    : Problem.invalid("of", "marketing.approval.ofNobody");
        }
        return asked;
    }

    private void endOutdated(Sight sight, UUID id) {
        if (sight.isWaiting() || sight.holds()) {
            throw Problem.conflict(sight.holds() ? "marketing.approval.isGiven" : "marketing.approval.isAsked");
        }
        secondPerson.lapse(id);
    }

    /** By somebody who saw what this seal stands for. Where a time was asked for, it is scheduled with the same press. */
    public void approve(UUID id, String seen, AccountId by, Actor actor) {
        var looked = marketing.glance(id);
        var approval = waiting(looked, by);
        if (!looked.sight().isWaiting() || !looked.sight().seal().equals(seen)) {
            throw Problem.stale("marketing.approval.changed");
        }
        var startsAt = approval.asking().wish().startsAt();
        if (startsAt != null && !startsAt.isAfter(clock.instant())) {
            throw Problem.conflict("marketing.approval.late");
        }
        purposes.as(Purpose.MARKETING, () -> {
            var campaign = marketing.heldAs(looked);
            if (!secondPerson.sight(campaign, looked.audience()).isWaiting()) {
                throw Problem.stale("marketing.approval.changed");
            }
            decide(approval, Approval.State.APPROVED, new Approval.Decision(clock.instant(), by.value(), ""));
            secondPerson.did(id, "approved", detail(approval.asking().look()), actor);
        });
        tell(looked.campaign(), approval, Approval.State.APPROVED, "", actor);
        if (startsAt != null) {
            scheduleIfNothingCameUp(id, actor);
        }
    }

    /** What came up meanwhile stands on the campaign's page; the word holds all the same. */
    private void scheduleIfNothingCameUp(UUID id, Actor actor) {
        try {
            scheduleAsApproved(id, actor);
        } catch (Problem.Conflict e) {
            return;
        }
    }

    /** For the time that was approved. */
    public void scheduleAsApproved(UUID id, Actor actor) {
        var startsAt = purposes.as(Purpose.MARKETING, () -> approvals.newest(id))
                .filter(Approval::isApproved)
                .map(one -> one.asking().wish().startsAt())
                .orElseThrow(() -> Problem.conflict("marketing.approval.noTime"));
        marketing.schedule(id, startsAt, actor);
    }

    /** With what is to be mended, so that whoever asked knows what to do. */
    public void giveBack(UUID id, String reason, AccountId by, Actor actor) {
        var said = Length.LINE.checked("reason", reason.strip());
        if (said.isEmpty()) {
            throw Problem.invalid("reason", "marketing.approval.reasonMissing");
        }
        var looked = marketing.glance(id);
        var approval = waiting(looked, by);
        purposes.as(Purpose.MARKETING, () -> {
            decide(approval, Approval.State.RETURNED, new Approval.Decision(clock.instant(), by.value(), said));
            secondPerson.did(id, "returned", Map.of("reason", said), actor);
        });
        tell(looked.campaign(), approval, Approval.State.RETURNED, said, actor);
    }

    private Approval waiting(Looked looked, AccountId by) {
        looked.campaign().mustBe(Campaign.State.DRAFT);
        var approval = looked.sight().newest();
        if (approval == null) {
            throw Problem.conflict("marketing.approval.notAsked");
        }
        approval.mustBeFor(by.value());
        if (!secondPerson.may(by.value())) {
            throw Problem.notAllowed("marketing.approval.noRight");
        }
        return approval;
    }

    private void decide(Approval approval, Approval.State state, Approval.Decision decision) {
        if (!approvals.decide(approval.id(), state, decision)) {
            throw Problem.conflict("marketing.approval.notAsked");
        }
    }

    private void tell(Campaign campaign, Approval approval, Approval.State state, String reason, Actor actor) {
        var asker = approval.asking().by();
        if (asker != null) {
            letters.decided(asker, campaign, state, reason, actor);
        }
    }

    /** Of a draft: what was asked, or given, is as if it had not been. */
    @As(Purpose.MARKETING)
    public void withdraw(UUID id, Actor actor) {
        marketing.changeable(id);
        if (!approvals.end(id, Approval.State.WITHDRAWN, clock.instant())) {
            throw Problem.conflict("marketing.approval.notAsked");
        }
        secondPerson.did(id, "withdrawn", Map.of(), actor);
    }

    private static Map<String, Object> detail(Approval.Look look) {
        return Map.of("seal", Objects.requireNonNull(look.seal()), "people", look.people());
    }
}
