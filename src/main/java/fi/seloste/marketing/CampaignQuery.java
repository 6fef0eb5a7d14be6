package fi.seloste.marketing;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which campaigns are listed: those whose name or subject has these words, in this state, of this newsletter. Empty asks for nothing. */
public record CampaignQuery(String words, String state, String topic) {

    public static final CampaignQuery ALL = new CampaignQuery("", "", "");

    static CampaignQuery of(@Nullable String words, @Nullable String state) {
        var asked = state == null ? "" : state.strip().toLowerCase(Locale.ROOT);
        if (!asked.isEmpty()
                && Arrays.stream(Campaign.State.values())
                        .noneMatch(one -> one.code().equals(asked))) {
            throw Problem.invalid("state", "campaigns.state.unknown", Shortened.of(asked));
        }
        var said = words == null ? "" : words.strip();
        return new CampaignQuery(Length.LINE.checked("q", said), asked, "");
    }

    /** The issues of a newsletter. */
    public static CampaignQuery issuesOf(String topic) {
        return new CampaignQuery("", "", topic);
    }

    public boolean asks() {
        return !words.isEmpty() || !state.isEmpty();
    }
}
