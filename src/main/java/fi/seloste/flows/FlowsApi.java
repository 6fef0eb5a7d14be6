package fi.seloste.flows;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Flows for programs: drawn whole, by the same door, with the same obstacles before they begin. */
@RestController
@RequestMapping("/api/v1/flows")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class FlowsApi {

    private final Flows flows;
    private final Redrawing redrawing;
    private final Adding adding;
    private final OnTheWay onTheWay;

    FlowsApi(Flows flows, Redrawing redrawing, Adding adding, OnTheWay onTheWay) {
        this.flows = flows;
        this.redrawing = redrawing;
        this.adding = adding;
        this.onTheWay = onTheWay;
    }

    @GetMapping
    @Needs(purpose = Purpose.MARKETING, whole = true)
    Paged<FlowJson> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return flows.list(Paging.of(limit, after)).map(this::shown);
    }

    @PostMapping
    ResponseEntity<FlowJson> make(@RequestBody FlowJson.Wanted wanted, Actor actor) {
        var id = flows.add(wanted.plan(), drawing(wanted, actor), actor);
        return ResponseEntity.created(URI.create("/api/v1/flows/" + id)).body(one(id));
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    FlowJson one(@PathVariable UUID id) {
        return shown(flows.get(id));
    }

    @PutMapping("/{id}")
    FlowJson change(@PathVariable UUID id, @RequestBody FlowJson.Wanted wanted, Actor actor) {
        flows.rewrite(id, wanted.seen(), wanted.plan(), wanted.steps() == null ? null : drawing(wanted, actor));
        return one(id);
    }

    private Function<Flow, Drawing> drawing(FlowJson.Wanted wanted, Actor actor) {
        return flow -> new WantedStepJson.Drawer(redrawing, flow, actor).drawn(wanted.steps());
    }

    @PostMapping("/{id}/start")
    FlowJson start(@PathVariable UUID id, Actor actor) {
        flows.start(id, actor);
        return one(id);
    }

    @PostMapping("/{id}/pause")
    FlowJson pause(@PathVariable UUID id, Actor actor) {
        flows.pause(id, actor);
        return one(id);
    }

    @PostMapping("/{id}/resumption")
    FlowJson resume(@PathVariable UUID id, Actor actor) {
        flows.resume(id, actor);
        return one(id);
    }

    @PostMapping("/{id}/end")
    FlowJson end(@PathVariable UUID id, Actor actor) {
        flows.end(id, actor);
        return one(id);
    }

    @PostMapping("/{id}/people")
    FlowJson.Entered add(@PathVariable UUID id, @RequestBody FlowJson.People people, Actor actor) {
        var segment = people.segment();
        return segment == null
                ? new FlowJson.Entered(flows.add(id, people.ids(), actor), false)
                : FlowJson.Entered.of(adding.add(id, segment, actor));
    }

    @GetMapping("/{id}/people")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    Paged<FlowJson.PassageJson> people(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        return onTheWay.there(id, Paging.of(limit, after), actor).map(FlowJson.PassageJson::of);
    }

    private FlowJson shown(Flow flow) {
        var plan = flow.plan();
        var mailing = plan.mailing();
        var edition = flows.inForce(flow).orElse(null);
        var standing = onTheWay.standing(flow.id());
        return new FlowJson(
                flow.id(),
                flow.version(),
                plan.name(),
                FlowJson.TriggerJson.of(plan.trigger()),
                mailing.purpose(),
                mailing.topic(),
                mailing.sender().chosen(),
                mailing.sender().name(),
                mailing.sender().replyTo(),
                mailing.languages(),
                plan.againDays(),
                flow.state().code(),
                edition == null ? null : edition.number(),
                edition == null ? List.of() : FlowStepJson.of(edition.drawing().steps(), standing),
                flow.draft() == null ? null : FlowStepJson.of(flow.draft().steps(), standing),
                onTheWay.within(flow.id()),
                onTheWay.left(flow.id()),
                adding.of(flow.id()).stream().map(FlowJson.AdditionJson::of).toList());
    }
}
