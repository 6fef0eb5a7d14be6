package fi.seloste.consents;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.PersonId;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.NoticeJson;
import fi.seloste.register.Register;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Consents for programs, by the door that the pages use too. */
@RestController
@RequestMapping("/api/v1/people/{id}/consents")
@Needs(
        purpose = {Purpose.RIGHTS, Purpose.MARKETING, Purpose.REFERENCES, Purpose.ANALYTICS},
        chosen = true)
class ConsentsApi {

    private final Consents consents;
    private final Register register;
    private final Purposes purposes;
    private final Clock clock;

    ConsentsApi(Consents consents, Register register, Purposes purposes, Clock clock) {
        this.consents = consents;
        this.register = register;
        this.purposes = purposes;
        this.clock = clock;
    }

    @GetMapping
    Paged<ConsentJson> list(@PathVariable PersonId id, Purpose purpose, Actor actor) {
        return purposes.as(
                purpose,
                () -> Paged.whole(consents.of(register.now(id), Evidence.How.API, actor))
                        .map(this::json));
    }

    @PostMapping
    @Needs(
            purpose = {Purpose.RIGHTS, Purpose.MARKETING, Purpose.REFERENCES, Purpose.ANALYTICS},
            action = Action.CHANGE,
            chosen = true)
    ResponseEntity<ConsentJson> give(
            @PathVariable PersonId id, @RequestBody ConsentJson.New sent, Purpose purpose, Actor actor) {
        var agreed = sent.agreement();
        var given = purposes.as(purpose, () -> consents.give(register.now(id), agreed, actor));
        return ResponseEntity.created(URI.create("/api/v1/people/" + given.person() + "/consents/" + given.id()))
                .body(json(given));
    }

    @GetMapping("/{consent}")
    ConsentJson one(@PathVariable PersonId id, @PathVariable UUID consent, Purpose purpose, Actor actor) {
        return purposes.as(purpose, () -> json(seen(id, consent, actor)));
    }

    @GetMapping(path = "/{consent}/receipt", produces = "application/ld+json")
    String receipt(@PathVariable PersonId id, @PathVariable UUID consent, Purpose purpose, Actor actor) {
        return purposes.as(purpose, () -> NoticeJson.pretty(consents.receipt(seen(id, consent, actor))));
    }

    /** Withdrawn again is withdrawn still. */
    @PostMapping("/{consent}/withdrawal")
    @Needs(
            purpose = {Purpose.RIGHTS, Purpose.MARKETING, Purpose.REFERENCES, Purpose.ANALYTICS},
            action = Action.CHANGE,
            chosen = true)
    ConsentJson withdraw(
            @PathVariable PersonId id,
            @PathVariable UUID consent,
            @RequestBody(required = false) ConsentJson.@Nullable Ending sent,
            Purpose purpose,
            Actor actor) {
        var how = sent == null ? Way.API : sent.way();
        return purposes.as(purpose, () -> {
            consents.withdraw(register.now(id), consent, how, actor);
            return json(consents.get(register.now(id), consent));
        });
    }

    private Consent seen(PersonId id, UUID consent, Actor actor) {
        var person = register.now(id);
        register.see(person, Evidence.How.API, actor);
        return consents.get(person, consent);
    }

    private ConsentJson json(Consent consent) {
        return ConsentJson.of(consent, clock.instant());
    }
}
