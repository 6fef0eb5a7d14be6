package fi.seloste.marketing;

import fi.seloste.senders.Outlets;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Said;
import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A campaign whole: whom it reaches and who is left out, what blocks it, how far it has come, and what was done with it. */
public record CampaignPage(
        Looked looked, Told told, List<Deed> deeds, String ground, String sender, ApprovalCard approval, Errors errors)
        implements View {

    /** What is told of one that has begun: its own report, and what modules above know of it. */
    public record Told(
            @Nullable Report report,
            List<Figures.Figure> figures,
            List<Figures.Turn> turns,
            @Nullable Halt halt,
            Outlets.@Nullable Health health,
            List<Said> besides) {}

    public @Nullable Report report() {
        return told.report();
    }

    public Campaign campaign() {
        return looked.campaign();
    }

    public String url() {
        return "/marketing/campaigns/" + campaign().id();
    }

    /** Whom it reaches is asked after the page is there. */
    public boolean isToBeJudged() {
        return !looked.isJudged() && !campaign().isOnItsWay();
    }

    public boolean isPaused() {
        return campaign().state() == Campaign.State.PAUSED;
    }

    /** The code of why it was paused, where that is known. */
    public @Nullable String whyPaused() {
        return Deed.whyPaused(deeds).orElse(null);
    }

    /** Not by itself, where it goes on with its flow. */
    public boolean mayGoOn() {
        return isPaused() && !Lasting.WITH_FLOW.equals(whyPaused());
    }

    public long blocking() {
        return looked.checks().stream().filter(one -> !one.passed()).count();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "marketing";
    }
}
