package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.marketing.Campaign.State;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Relay;
import fi.seloste.ui.Said;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets campaigns leave, a while at a time, so that pauses, bans and the pace are heeded and other work gets its turn. One round runs at a time: what is
 * marked as being handed over when a round begins was left by one that died.
 */
@Component
public class Sending {

    static final Actor SYSTEM = Actor.system("marketing");
    /** A lively campaign is not kept waiting for the next round, and no round lasts for ever. */
    private static final int MOST_WHILES = 12;

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final Campaigns campaigns;
    private final Marketing marketing;
    private final Batches batches;
    private final Deliveries deliveries;
    private final Settlements settlements;
    private final Tallies tallies;
    private final Messages messages;
    private final ApprovalLetters letters;
    private final Halting halting;
    private final MergeFields fields;
    private final Purposes purposes;
    private final Clock clock;
    private final ReentrantLock round = new ReentrantLock();
    private volatile boolean broken;
    private volatile @Nullable Allowance leaving;

    Sending(
            Campaigns campaigns,
            Marketing marketing,
            Batches batches,
            Deliveries deliveries,
            Settlements settlements,
            Tallies tallies,
            Messages messages,
            ApprovalLetters letters,
            Halting halting,
            MergeFields fields,
            Purposes purposes,
            Clock clock) {
        this.campaigns = campaigns;
        this.marketing = marketing;
        this.batches = batches;
        this.deliveries = deliveries;
        this.settlements = settlements;
        this.tallies = tallies;
        this.messages = messages;
        this.letters = letters;
        this.halting = halting;
        this.fields = fields;
        this.purposes = purposes;
        this.clock = clock;
    }

    /** Starts what is due and sends a while of what leaves. */
    public void run() {
        if (!round.tryLock()) {
            return;
        }
        try {
            for (int i = 0; i < MOST_WHILES && !isOver(); i++) {
                if (!works()) {
                    return;
                }
            }
        } finally {
            round.unlock();
        }
    }

    private boolean isOver() {
        return broken || Thread.currentThread().isInterrupted();
    }

    /** The house closes. The round ends as soon as it is known of each message in hand what became of it: what is cut off in the middle may be said twice. None begins after it. */
    void breakOff() {
        broken = true;
        var now = leaving;
        if (now != null) {
            now.breakOff();
        }
    }

    /** A while of each; whether another would let more leave. What fails one keeps no other from leaving. */
    private boolean works() {
        boolean more = false;
        RuntimeException thrown = null;
        for (var campaign : purposes.as(Purpose.MARKETING, this::atWork)) {
            if (isOver()) {
                break;
            }
            try {
                more |= work(campaign);
            } catch (RuntimeException e) {
                LOG.error("Campaign {} could not go on; the others do", campaign.id(), e);
                thrown = e;
            }
        }
        if (thrown != null) {
            throw thrown;
        }
        return more;
    }

    private List<Campaign> atWork() {
        batches.takeUp();
        return campaigns.atWork(clock.instant());
    }

    private boolean work(Campaign campaign) {
        if (campaign.state() == State.SCHEDULED) {
            start(campaign);
            return false;
        }
        if (!fields.withheld(campaign).isEmpty()) {
            pause(campaign, "withheld");
            return false;
        }
        return go(campaign);
    }

    private boolean go(Campaign campaign) {
        int most = purposes.as(Purpose.MARKETING, () -> prepared(campaign));
        int handed = 0;
        try {
            handed = hand(campaign, most);
        } catch (Relay.Unreachable e) {
            LOG.warn("The mail server cannot be reached, so campaign {} waits: {}", campaign.id(), e.getMessage());
            halting.stands(campaign);
        }
        purposes.as(Purpose.MARKETING, () -> {
            deliveries.skipHidden(campaign.id());
            tallies.drawTogether(campaign.id());
            marketing.end(campaign.id(), SYSTEM);
        });
        return handed > 0 && campaign.plan().isAsFastAsItGoes();
    }

    /** What was right when it was scheduled may be wrong now; then it is a draft again, its page says why, and so does a letter to whom it concerns. */
    private void start(Campaign campaign) {
        try {
            marketing.send(campaign.id(), SYSTEM);
        } catch (Problem.Conflict e) {
            LOG.warn("Campaign {} was due and is blocked: {}", campaign.id(), e.key());
            var concerned = letters.concerned(campaign.id());
            purposes.as(Purpose.MARKETING, () -> {
                marketing.cancel(campaign.id(), "blocked", SYSTEM);
                letters.blocked(concerned, campaign, Said.of(e.key(), e.arguments()));
            });
        }
    }

    /** How many may leave in this round. */
    private int prepared(Campaign campaign) {
        deliveries.skipHidden(campaign.id());
        return campaign.plan().isAsFastAsItGoes()
                ? Integer.MAX_VALUE
                : Math.max(0, campaign.plan().perMinute() - deliveries.ofLastMinute(campaign.id()));
    }

    private int hand(Campaign campaign, int most) {
        if (most == 0) {
            return 0;
        }
        var ready = messages.of(campaign);
        int may = Math.min(most, ready.outlet().most());
        int lines = ready.outlet().lines();
        if (lines == 0) {
            halting.stands(campaign);
            return 0;
        }
        if (may == 0) {
            return 0;
        }
        var allowance = new Allowance(may, lines);
        leaving = allowance;
        if (broken) {
            return 0;
        }
        new Handing(ready, batches, settlements, purposes, clock, allowance).run();
        halting.goesOn(campaign);
        if (allowance.isRefusedThroughout()) {
            pause(campaign, "refused");
        }
        return allowance.handed();
    }

    /** What the notice withholds, or nobody takes, is left to somebody who looks. */
    private void pause(Campaign campaign, String why) {
        purposes.as(Purpose.MARKETING, () -> {
            if (campaigns
                    .find(campaign.id())
                    .filter(one -> one.state() == State.SENDING)
                    .isPresent()) {
                marketing.pause(campaign.id(), why, SYSTEM);
            }
        });
    }
}
