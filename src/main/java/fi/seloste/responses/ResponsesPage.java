package fi.seloste.responses;

import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Report;
import fi.seloste.ui.Said;
import fi.seloste.ui.View;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What came of a campaign: the way from sent to clicked, which links, when, and by whom as far as it may be told. */
public record ResponsesPage(
        Campaign campaign,
        Report report,
        Outcome outcome,
        @Nullable Trial trial) implements View {

    private static final int DRAWN = 48;

    public String url() {
        return "/marketing/campaigns/" + campaign.id();
    }

    /** What a subject says, in each language of the campaign. */
    public List<String> words(int subject) {
        return trial == null
                ? List.of()
                : campaign.content().languages().stream()
                        .map(language -> trial.words(campaign, subject, language))
                        .toList();
    }

    public boolean isWonBy(int subject) {
        return trial != null && trial.isWonBy(subject);
    }

    public boolean isDecided() {
        return trial != null && trial.isDecided();
    }

    public @Nullable Said told() {
        return trial == null ? null : trial.told().orElse(null);
    }

    /** An hour after the campaign began, and how much of people came in it. */
    public record Hour(int hour, long opened, long clicked) {}

    /** The first two days hour by hour, none left out; fewer where the last response came earlier. */
    public List<Hour> hours() {
        int last = outcome.parts().hours().stream()
                .mapToInt(Outcome.Hour::hour)
                .filter(hour -> hour < DRAWN)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(0, Math.max(11, last)).mapToObj(this::hour).toList();
    }

    private Hour hour(int hour) {
        return outcome.parts().hours().stream()
                .filter(one -> one.hour() == hour)
                .findFirst()
                .map(one -> new Hour(hour, one.opened().people(), one.clicked().people()))
                .orElse(new Hour(hour, 0, 0));
    }

    public long later() {
        return outcome.parts().hours().stream()
                .filter(one -> one.hour() >= DRAWN)
                .mapToLong(one -> one.opened().people() + one.clicked().people())
                .sum();
    }

    /** In per cent of what was sent. */
    public double share(long of) {
        int sent = report.numbers().sent();
        return sent == 0 ? 0 : of * 100.0 / sent;
    }

    @Override
    public String as() {
        return "marketing";
    }
}
