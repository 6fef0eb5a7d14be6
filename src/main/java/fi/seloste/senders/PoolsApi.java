package fi.seloste.senders;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pools of mail servers for programs. */
@RestController
@RequestMapping("/api/v1/sender-pools")
@Needs(purpose = Purpose.TECHNICAL, action = Action.MANAGE)
class PoolsApi {

    private final Pools pools;

    PoolsApi(Pools pools) {
        this.pools = pools;
    }

    @GetMapping
    Paged<PoolJson> list() {
        return Paged.whole(pools.all().stream().map(PoolJson::of).toList());
    }

    @PostMapping
    ResponseEntity<PoolJson> make(@RequestBody PoolJson.Sent sent, Actor actor) {
        var id = pools.make(sent.wish(), actor);
        return ResponseEntity.created(URI.create("/api/v1/sender-pools/" + id)).body(one(id));
    }

    @GetMapping("/{id}")
    PoolJson one(@PathVariable UUID id) {
        return PoolJson.of(pools.get(id));
    }

    @PutMapping("/{id}")
    PoolJson change(@PathVariable UUID id, @RequestBody PoolJson.Sent sent, Actor actor) {
        pools.change(id, sent.seen(), sent.wish(), actor);
        return one(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Actor actor) {
        pools.remove(id, actor);
    }

    @PostMapping("/{id}/servers")
    @ResponseStatus(HttpStatus.CREATED)
    PoolJson addServer(@PathVariable UUID id, @RequestBody PoolJson.NewServer sent, Actor actor) {
        pools.addServer(id, sent.form().access(), sent.password(), actor);
        return one(id);
    }

    @DeleteMapping("/{id}/servers/{server}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeServer(@PathVariable UUID id, @PathVariable UUID server, Actor actor) {
        pools.removeServer(id, server, actor);
    }
}
