package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.base.Shortened;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests for programs: the acts of the desk, each by the door that the pages use too. */
@RestController
@RequestMapping("/api/v1/rights/requests")
@Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
class RightsApi {

    private static final List<String> LANGUAGES = List.of("fi", "sv", "en");

    private final Rights rights;
    private final Identity identity;
    private final Lifting lifting;
    private final Weighing weighing;
    private final Narrowing narrowing;
    private final RequestJson.Writer json;

    RightsApi(
            Rights rights,
            Identity identity,
            Lifting lifting,
            Weighing weighing,
            Narrowing narrowing,
            RequestJson.Writer json) {
        this.rights = rights;
        this.identity = identity;
        this.lifting = lifting;
        this.weighing = weighing;
        this.narrowing = narrowing;
        this.json = json;
    }

    /** As it is sent; the words of {@code text} are the person's own. */
    @Schema(name = "NewRequest")
    record Asked(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String right,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String email,

            @Nullable String name,
            @Nullable String text,
            @Nullable LocalDate receivedOn,
            @Nullable String language) {}

    @Schema(name = "Identity")
    record Proved(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String how,

            @Nullable String note,
            @Nullable String code,
            @Nullable UUID person) {}

    @Schema(name = "Reason")
    record Reasoned(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    @Schema(name = "Suspension")
    record Suspended(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason,

            @Nullable Boolean lateForCause) {}

    @Schema(name = "Refusal")
    record Refused(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String ground,

            @Nullable String reason) {}

    @Schema(name = "Balancing")
    record Weighed(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String outcome,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reasons) {}

    @Schema(name = "RestrictedCategories")
    record Narrowed(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<String> categories) {}

    @GetMapping
    @Needs(purpose = Purpose.RIGHTS)
    Paged<RequestJson> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        var asked = Paging.of(limit, after);
        var found = rights.list(state, asked.afterId(), asked.limit() + 1);
        return Paged.of(found, asked, Request::id).map(one -> json.of(one, locale));
    }

    @PostMapping
    ResponseEntity<RequestJson> receive(@RequestBody Asked asked, Actor actor, Locale locale) {
        var received = new Rights.Received(
                Right.of(needed("right", asked.right())),
                needed("email", asked.email()),
                asked.name(),
                asked.text(),
                asked.receivedOn(),
                language(asked.language(), locale));
        var request = rights.receive(received, actor);
        return ResponseEntity.created(URI.create("/api/v1/rights/requests/" + request.id()))
                .body(json.of(request, locale));
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.RIGHTS)
    RequestJson one(@PathVariable RequestId id, Locale locale) {
        return json.of(rights.get(id), locale);
    }

    @PostMapping("/{id}/identity")
    RequestJson identity(@PathVariable RequestId id, @RequestBody Proved proved, Actor actor, Locale locale) {
        var person = proved.person() == null ? null : new PersonId(proved.person());
        var note = proved.code() == null ? proved.note() : proved.code();
        return json.of(
                identity.confirm(id, new Identity.Said(needed("how", proved.how()), note, person), actor), locale);
    }

    @PostMapping("/{id}/extension")
    RequestJson extend(@PathVariable RequestId id, @RequestBody Reasoned reasoned, Actor actor, Locale locale) {
        return json.of(rights.extend(id, needed("reason", reasoned.reason()), actor), locale);
    }

    @PostMapping("/{id}/suspension")
    RequestJson suspend(@PathVariable RequestId id, @RequestBody Suspended suspended, Actor actor, Locale locale) {
        var late = Boolean.TRUE.equals(suspended.lateForCause());
        return json.of(rights.suspend(id, needed("reason", suspended.reason()), late, actor), locale);
    }

    @DeleteMapping("/{id}/suspension")
    RequestJson resume(@PathVariable RequestId id, Actor actor, Locale locale) {
        return json.of(rights.resume(id, actor), locale);
    }

    @PostMapping("/{id}/fulfilment")
    RequestJson fulfil(@PathVariable RequestId id, Actor actor, Locale locale) {
        return json.of(rights.fulfil(id, actor), locale);
    }

    /** Art. 21(1): upheld, or overridden by grounds that the reasons demonstrate. */
    @PostMapping("/{id}/balancing")
    RequestJson weigh(@PathVariable RequestId id, @RequestBody Weighed weighed, Actor actor, Locale locale) {
        return json.of(
                weighing.weigh(id, needed("outcome", weighed.outcome()), needed("reasons", weighed.reasons()), actor),
                locale);
    }

    @PostMapping("/{id}/refusal")
    RequestJson refuse(@PathVariable RequestId id, @RequestBody Refused refused, Actor actor, Locale locale) {
        return json.of(rights.refuse(id, needed("ground", refused.ground()), refused.reason(), actor), locale);
    }

    @PostMapping("/{id}/withdrawal")
    RequestJson withdraw(@PathVariable RequestId id, Actor actor, Locale locale) {
        return json.of(rights.withdraw(id, actor), locale);
    }

    /** Art. 18 for these categories alone; none means everything. */
    @PutMapping("/{id}/categories")
    RequestJson narrow(@PathVariable RequestId id, @RequestBody Narrowed narrowed, Actor actor, Locale locale) {
        if (narrowed.categories() == null) {
            throw Problem.invalid("categories", "rights.field.missing", "categories");
        }
        return json.of(narrowing.narrow(id, narrowed.categories(), actor), locale);
    }

    /** Art. 18(3): the person is told before the restriction ends. */
    @DeleteMapping("/{id}/restriction")
    RequestJson lift(@PathVariable RequestId id, @RequestBody Reasoned reasoned, Actor actor, Locale locale) {
        return json.of(lifting.lift(id, needed("reason", reasoned.reason()), actor), locale);
    }

    static String needed(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "rights.field.missing", field);
        }
        return value.strip();
    }

    static String language(@Nullable String wanted, Locale locale) {
        if (wanted != null && !LANGUAGES.contains(wanted)) {
            throw Problem.invalid("language", "rights.language.unknown", Shortened.of(wanted));
        }
        var language = wanted == null ? locale.getLanguage() : wanted;
        return LANGUAGES.contains(language) ? language : "en";
    }
}
