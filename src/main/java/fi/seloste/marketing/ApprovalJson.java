package fi.seloste.marketing;

import fi.seloste.base.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A second person's word on a campaign as programs read it. */
@Schema(name = "CampaignApproval")
record ApprovalJson(
        String state,
        Instant askedAt,
        @Nullable UUID askedBy,
        @Nullable UUID askedOf,
        String note,
        @Nullable Instant startsAt,
        int people,
        @Nullable Instant decidedAt,
        @Nullable UUID decidedBy,
        @Nullable String reason) {

    static ApprovalJson of(Approval one) {
        var asking = one.asking();
        var decision = one.decision();
        return new ApprovalJson(
                one.state().code(),
                asking.at(),
                asking.by(),
                asking.wish().of(),
                asking.wish().note(),
                asking.wish().startsAt(),
                asking.look().people(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.by(),
                decision == null || decision.reason().isEmpty() ? null : decision.reason());
    }

    /** What is sent to ask for it. */
    @Schema(name = "NewCampaignApproval")
    record Wanted(
            @Nullable UUID of,
            @Nullable String note,
            @Nullable String startsAt) {

        Approval.Wish wish() {
            return new Approval.Wish(
                    of, Objects.requireNonNullElse(note, ""), new CampaignJson.Start(startsAt).moment());
        }
    }

    /** What the house has set for all its campaigns; without {@code most} there is no limit. */
    @Schema(name = "CampaignRules")
    record RuleJson(
            @Nullable Integer version,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Boolean secondPerson,

            @Nullable Integer most,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Integer days) {

        static RuleJson of(HouseRule rule) {
            return new RuleJson(
                    rule.version(),
                    rule.secondPerson(),
                    rule.cap().most(),
                    rule.cap().days());
        }

        HouseRule rule() {
            if (secondPerson == null) {
                throw Problem.invalid("secondPerson", "ui.invalid.NotNull");
            }
            if (days == null) {
                throw Problem.invalid("days", "ui.invalid.NotNull");
            }
            return new HouseRule(version == null ? 0 : version, secondPerson, new HouseRule.Cap(most, days));
        }
    }
}
