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

/** Senders for programs, such as the one that keeps the zone of a domain. */
@RestController
@RequestMapping("/api/v1/senders")
@Needs(purpose = Purpose.TECHNICAL, action = Action.MANAGE)
class SendersApi {

    private final Senders senders;

    SendersApi(Senders senders) {
        this.senders = senders;
    }

    @GetMapping
    Paged<SenderJson> list() {
        return Paged.whole(senders.all().stream().map(SenderJson::of).toList());
    }

    @PostMapping
    ResponseEntity<SenderJson> make(@RequestBody SenderJson.Sent sent, Actor actor) {
        var id = senders.make(sent.form().wish(), sent.privateKey(), actor);
        return ResponseEntity.created(URI.create("/api/v1/senders/" + id)).body(one(id));
    }

    @GetMapping("/{id}")
    SenderJson one(@PathVariable UUID id) {
        return SenderJson.of(senders.get(id));
    }

    @PutMapping("/{id}")
    SenderJson change(@PathVariable UUID id, @RequestBody SenderJson.Sent sent, Actor actor) {
        senders.change(id, sent.form().seen(), sent.form().wish(), actor);
        return one(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Actor actor) {
        senders.remove(id, actor);
    }

    @PostMapping("/{id}/look")
    SenderJson look(@PathVariable UUID id) {
        senders.look(id);
        return one(id);
    }
}
