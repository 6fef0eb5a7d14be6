package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Templates for programs: words to begin a campaign with. */
@RestController
@RequestMapping("/api/v1/campaign-templates")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class TemplatesApi {

    private final Templating templating;

    TemplatesApi(Templating templating) {
        this.templating = templating;
    }

    /** A template as programs read it; its words are as those of a campaign. */
    @Schema(name = "CampaignTemplate")
    record TemplateJson(
            UUID id,
            String name,
            List<String> languages,
            Map<String, String> subjects,
            Map<String, String> why,
            List<CampaignJson.BlockJson> blocks,
            Instant madeAt) {

        static TemplateJson of(CampaignTemplate one) {
            var content = one.content();
            return new TemplateJson(
                    one.id(),
                    one.name(),
                    content.languages(),
                    content.subjects(),
                    content.why(),
                    content.blocks().stream().map(CampaignJson.BlockJson::of).toList(),
                    one.madeAt());
        }
    }

    /** Which campaign's words are kept, and under what name. */
    @Schema(name = "NewCampaignTemplate")
    record Wanted(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String campaign,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name) {}

    @GetMapping
    @Needs(purpose = Purpose.MARKETING, whole = true)
    Paged<TemplateJson> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return templating.newest(Paging.of(limit, after)).map(TemplateJson::of);
    }

    @PostMapping
    ResponseEntity<TemplateJson> keep(@RequestBody Wanted wanted, Actor actor) {
        var campaign = Ids.parse("campaign", Objects.requireNonNullElse(wanted.campaign(), ""));
        var id = Problem.named(
                "campaign", () -> templating.keep(campaign, Objects.requireNonNullElse(wanted.name(), ""), actor));
        return ResponseEntity.created(URI.create("/api/v1/campaign-templates/" + id))
                .body(TemplateJson.of(templating.get(id)));
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    TemplateJson one(@PathVariable UUID id) {
        return TemplateJson.of(templating.get(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        templating.remove(id);
    }
}
