package fi.seloste.disclosures;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.net.URI;
import java.util.Objects;
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

/** Disclosures for programs, by the door that the pages use too. */
@RestController
@RequestMapping("/api/v1/disclosures")
@Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
class DisclosuresApi {

    private final Disclosures disclosures;

    DisclosuresApi(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @GetMapping
    @Needs(purpose = Purpose.RIGHTS)
    Paged<DisclosureJson> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return disclosures.list(Paging.of(limit, after)).map(DisclosureJson::of);
    }

    @PostMapping
    ResponseEntity<DisclosureJson> record(@RequestBody DisclosureJson.Demand sent, Actor actor) {
        var form = sent.form();
        var id = disclosures.record(form.demand(), form.secrecy(), sent.named(), actor);
        return ResponseEntity.created(URI.create("/api/v1/disclosures/" + id)).body(shown(id));
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.RIGHTS)
    DisclosureJson.Whole one(@PathVariable UUID id, Actor actor) {
        return DisclosureJson.Whole.of(disclosures.get(id), disclosures.concerned(id, Evidence.How.API, actor));
    }

    @PostMapping("/{id}/decision")
    DisclosureJson decide(@PathVariable UUID id, @RequestBody DisclosureJson.Decided sent, Actor actor) {
        disclosures.decide(id, sent.answer(), actor);
        return shown(id);
    }

    @PostMapping("/{id}/secrecy-end")
    DisclosureJson endSecrecy(@PathVariable UUID id, @RequestBody DisclosureJson.End sent, Actor actor) {
        disclosures.endSecrecy(
                id, Objects.requireNonNullElse(sent.endedFor(), ""), Boolean.TRUE.equals(sent.toTell()), actor);
        return shown(id);
    }

    private DisclosureJson shown(UUID id) {
        return DisclosureJson.of(disclosures.get(id));
    }
}
