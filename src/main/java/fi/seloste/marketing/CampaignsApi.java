package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns for programs: the same checks, the same freezing, no way past either. */
@RestController
@RequestMapping("/api/v1/campaigns")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class CampaignsApi {

    private final Marketing marketing;

    CampaignsApi(Marketing marketing) {
        this.marketing = marketing;
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
        return ResponseEntity.created(URI.create("/api/v1/campaigns/" + id)).body(shown(id));
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    CampaignJson one(@PathVariable UUID id) {
        return shown(id);
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

    private CampaignJson shown(UUID id) {
        return CampaignJson.of(marketing.get(id));
    }
}
