package fi.seloste.responses;

import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Excluded;
import fi.seloste.marketing.Report;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** How far a campaign has come and what came of it, by kept numbers. */
@Schema(name = "CampaignReport")
record ReportJson(
        String state,
        int queued,
        int waiting,
        int sent,
        int bounced,
        int complained,
        int skipped,
        int failed,
        int uncertain,
        int unsubscribed,
        List<ExcludedJson> excluded,
        List<ExcludedJson> skippedBy,
        List<ExcludedJson> failedBy,
        List<ExcludedJson> bouncedBy,
        ResponsesJson responses) {

    static ReportJson of(Campaign campaign, Report report, Outcome outcome) {
        var numbers = report.numbers();
        return new ReportJson(
                campaign.state().code(),
                numbers.queued(),
                numbers.waiting(),
                numbers.sent(),
                numbers.bounced(),
                numbers.complained(),
                numbers.skipped(),
                numbers.failed(),
                numbers.uncertain(),
                numbers.unsubscribed(),
                ExcludedJson.of(report.excluded()),
                ExcludedJson.of(report.skipped()),
                ExcludedJson.of(report.failed()),
                ExcludedJson.of(report.bounced()),
                ResponsesJson.of(outcome));
    }

    /** So many people, for this reason. */
    @Schema(name = "Excluded")
    record ExcludedJson(String reason, int people) {

        static List<ExcludedJson> of(List<Excluded> all) {
            return all.stream()
                    .map(one -> new ExcludedJson(one.reason(), one.people()))
                    .toList();
        }
    }

    /** How often, by people and by machines. */
    @Schema(name = "ResponseCount")
    record CountJson(long people, long machines) {

        static CountJson of(Outcome.Count count) {
            return new CountJson(count.people(), count.machines());
        }
    }

    /** Opens and clicks. Of messages whose readers agreed to it we know how many were opened at all. */
    @Schema(name = "CampaignResponses")
    record ResponsesJson(
            boolean declared,
            CountJson opened,
            CountJson clicked,
            long known,
            long openers,
            long clickers,
            List<LinkJson> links,
            List<HourJson> hours,
            List<PartJson> languages,
            List<PartJson> segments,
            List<PartJson> subjects) {

        static ResponsesJson of(Outcome outcome) {
            var parts = outcome.parts();
            return new ResponsesJson(
                    outcome.declared(),
                    CountJson.of(outcome.opened()),
                    CountJson.of(outcome.clicked()),
                    outcome.readers().known(),
                    outcome.readers().openers(),
                    outcome.readers().clickers(),
                    parts.links().stream()
                            .map(one -> new LinkJson(one.url(), CountJson.of(one.clicked())))
                            .toList(),
                    parts.hours().stream()
                            .map(one ->
                                    new HourJson(one.hour(), CountJson.of(one.opened()), CountJson.of(one.clicked())))
                            .toList(),
                    PartJson.of(parts.languages()),
                    PartJson.of(parts.segments()),
                    PartJson.of(parts.subjects()));
        }
    }

    @Schema(name = "CampaignLink")
    record LinkJson(String url, CountJson clicked) {}

    @Schema(name = "CampaignHour")
    record HourJson(int hour, CountJson opened, CountJson clicked) {}

    /** Readers who have something in common. */
    @Schema(name = "CampaignPart")
    record PartJson(String code, long people, CountJson opened, CountJson clicked) {

        static List<PartJson> of(List<Outcome.Part> parts) {
            return parts.stream()
                    .map(one -> new PartJson(
                            one.code(), one.people(), CountJson.of(one.opened()), CountJson.of(one.clicked())))
                    .toList();
        }
    }
}
