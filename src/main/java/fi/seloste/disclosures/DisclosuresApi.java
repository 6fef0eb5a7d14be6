package fi.seloste.disclosures;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.PersonRow;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /** A demand as it is sent; {@code people} are ids of the register. */
    record Demand(
            @Nullable String authority,
            @Nullable String reference,
            @Nullable String law,
            @Nullable String asked,
            @Nullable String receivedOn,
            @Nullable String dueOn,
            @Nullable String secretUntil,
            @Nullable String secretBy,
            @Nullable List<String> people) {

        DisclosureForm form() {
            return new DisclosureForm(authority, reference, law, asked, receivedOn, dueOn, secretUntil, secretBy, null);
        }

        List<PersonId> named() {
            return people == null ? List.of() : people.stream().map(Demand::id).toList();
        }

        private static PersonId id(@Nullable String text) {
            try {
                return new PersonId(UUID.fromString(Typed.shown(text)));
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("people", "disclosures.people.unknown", Typed.shown(text));
            }
        }
    }

    record SecrecyEnd(@Nullable String endedFor) {}

    record Page(List<One> items, @Nullable String next) {}

    /** {@code decision} is null while none was made; {@code secret} says whether the people must not be told yet. */
    record One(
            UUID id,
            String authority,
            @Nullable String reference,
            String law,
            String asked,
            LocalDate receivedOn,
            @Nullable LocalDate dueOn,
            boolean secret,
            @Nullable LocalDate secretUntil,
            @Nullable String secretBy,
            @Nullable DecisionJson decision,
            Instant recordedAt) {

        static One of(Disclosure one) {
            var asked = one.asked();
            var secrecy = one.secrecy();
            return new One(
                    one.id(),
                    asked.authority(),
                    asked.reference(),
                    asked.law(),
                    asked.what(),
                    asked.receivedOn(),
                    asked.dueOn(),
                    one.isSecret(),
                    secrecy == null ? null : secrecy.until(),
                    secrecy == null ? null : secrecy.by(),
                    one.answer() == null ? null : DecisionJson.of(one.answer()),
                    one.recordedAt());
        }
    }

    record DecisionJson(
            String decision,
            String reason,
            List<String> categories,
            @Nullable String how,
            @Nullable LocalDate sentOn) {

        static DecisionJson of(Disclosure.Answer answer) {
            return new DecisionJson(
                    answer.decision().code(), answer.reason(), answer.categories(), answer.how(), answer.sentOn());
        }
    }

    record Whole(One disclosure, List<PersonJson> people) {}

    record PersonJson(UUID id, String name) {

        static PersonJson of(PersonRow row) {
            return new PersonJson(row.id().value(), row.name());
        }
    }

    @GetMapping
    @Needs(purpose = Purpose.RIGHTS)
    Page list(@RequestParam(required = false) @Nullable UUID after, @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, 200);
        var found = disclosures.after(after, most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        return new Page(
                shown.stream().map(One::of).toList(),
                found.size() > most ? shown.getLast().id().toString() : null);
    }

    @PostMapping
    ResponseEntity<One> record(@RequestBody Demand demand, Actor actor) {
        var id = disclosures.record(demand.form().demand(), demand.form().secrecy(), demand.named(), actor);
        return ResponseEntity.created(URI.create("/api/v1/disclosures/" + id)).body(One.of(disclosures.get(id)));
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.RIGHTS)
    Whole one(@PathVariable UUID id, Actor actor) {
        var people = disclosures.concerned(id, Evidence.How.API, actor);
        return new Whole(
                One.of(disclosures.get(id)), people.stream().map(PersonJson::of).toList());
    }

    @PostMapping("/{id}/decision")
    One decide(@PathVariable UUID id, @RequestBody DecisionForm decision, Actor actor) {
        disclosures.decide(id, decision.answer(), actor);
        return One.of(disclosures.get(id));
    }

    @PostMapping("/{id}/secrecy-end")
    One endSecrecy(@PathVariable UUID id, @RequestBody(required = false) @Nullable SecrecyEnd end, Actor actor) {
        var endedFor = end == null ? null : end.endedFor();
        disclosures.endSecrecy(id, Objects.requireNonNullElse(endedFor, ""), actor);
        return One.of(disclosures.get(id));
    }
}
