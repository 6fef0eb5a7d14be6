package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.IfMatch;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns for programs: the same checks, the same freezing, no way past either. */
@RestController
@RequestMapping("/api/v1/campaigns")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class CampaignsApi {

    private final Marketing marketing;
    private final Drafting drafting;

    CampaignsApi(Marketing marketing, Drafting drafting) {
        this.marketing = marketing;
        this.drafting = drafting;
    }

    @GetMapping
    @Needs(purpose = Purpose.MARKETING, whole = true)
    Paged<CampaignJson> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return marketing.list(Paging.of(limit, after)).map(CampaignJson::of);
    }

    @PostMapping
    ResponseEntity<CampaignJson> make(@RequestBody CampaignJson.Wanted wanted, Actor actor) {
        var id = marketing.add(wanted.plan(), wanted.content(), actor);
        return ResponseEntity.created(URI.create("/api/v1/campaigns/" + id))
                .body(CampaignJson.of(marketing.get(id), wanted.removed()));
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    ResponseEntity<CampaignJson> one(@PathVariable UUID id) {
        return tagged(shown(id));
    }

    /** A draft as it is to be from now on, whole. */
    @PutMapping("/{id}")
    ResponseEntity<CampaignJson> change(
            @PathVariable UUID id,
            @RequestBody CampaignJson.Wanted wanted,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        var version = IfMatch.version(seen, marketing.get(id).version());
        marketing.change(id, wanted.plan(), wanted.content(), version);
        return tagged(CampaignJson.of(marketing.get(id), wanted.removed()));
    }

    /** A draft like it, to be written anew where it differs. */
    @PostMapping("/{id}/copies")
    ResponseEntity<CampaignJson> copy(@PathVariable UUID id, Actor actor) {
        var copy = drafting.copy(id, actor);
        return ResponseEntity.created(URI.create("/api/v1/campaigns/" + copy)).body(shown(copy));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Actor actor) {
        drafting.remove(id, actor);
    }

    /** Lets it leave now, or at a time. One to very many is first {@code scheduled} without a time, until it is found out who gets it. */
    @PostMapping("/{id}/send")
    CampaignJson send(@PathVariable UUID id, @RequestBody CampaignJson.Start start, Actor actor) {
        var at = start.moment();
        if (at == null) {
            marketing.letLeave(id, actor);
        } else {
            marketing.schedule(id, at, actor);
        }
        return shown(id);
    }

    @PostMapping("/{id}/pause")
    CampaignJson pause(@PathVariable UUID id, Actor actor) {
        marketing.pause(id, null, actor);
        return shown(id);
    }

    @PostMapping("/{id}/resumption")
    CampaignJson resume(@PathVariable UUID id, Actor actor) {
        marketing.resume(id, actor);
        return shown(id);
    }

    @PostMapping("/{id}/cancellation")
    CampaignJson cancel(@PathVariable UUID id, Actor actor) {
        marketing.cancel(id, null, actor);
        return shown(id);
    }

    private static ResponseEntity<CampaignJson> tagged(CampaignJson campaign) {
        return ResponseEntity.ok().eTag(String.valueOf(campaign.version())).body(campaign);
    }

    private CampaignJson shown(UUID id) {
        return CampaignJson.of(marketing.get(id));
    }
}
