package fi.seloste.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Several subjects tried on a part of a campaign's readers. */
@Schema(name = "CampaignTrial")
record TrialJson(
        int share,
        int hours,
        List<Map<String, String>> subjects,
        @Nullable Instant dueAt,
        @Nullable Instant decidedAt,
        @Nullable Integer winner,
        @Nullable String decidedBy) {

    static TrialJson of(Trial trial) {
        var decision = trial.course().decision();
        return new TrialJson(
                trial.plan().share(),
                trial.plan().hours(),
                trial.plan().subjects(),
                trial.course().dueAt(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.winner(),
                decision == null ? null : decision.by().code());
    }

    /** What is sent to plan one. */
    @Schema(name = "NewCampaignTrial")
    record Wanted(
            @Nullable Integer share,
            @Nullable Integer hours,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<@Nullable Map<String, @Nullable String>> subjects) {

        Trial.Plan plan() {
            return new Trial.Plan(
                    Objects.requireNonNullElse(share, 30),
                    Objects.requireNonNullElse(hours, 4),
                    Objects.requireNonNullElse(subjects, List.<@Nullable Map<String, @Nullable String>>of()).stream()
                            .map(Wanted::spoken)
                            .toList());
        }

        private static Map<String, String> spoken(@Nullable Map<String, @Nullable String> words) {
            var kept = new TreeMap<String, String>();
            if (words != null) {
                words.forEach((language, text) -> kept.put(language, Objects.requireNonNullElse(text, "")));
            }
            return kept;
        }
    }

    /** What is sent to send a campaign again. */
    @Schema(name = "CampaignAgain")
    record Again(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Map<String, @Nullable String> subjects,

            @Nullable Boolean unknownToo) {}

    /** The draft that was made. */
    @Schema(name = "CampaignMade")
    record Made(UUID id) {}
}
