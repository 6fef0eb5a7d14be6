package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests for programs: the acts of the desk, each by the door that the pages use too. */
@RestController
@RequestMapping("/api/v1/rights/requests")
@Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
class RightsApi {

    private final Rights rights;
    private final Identity identity;
    private final Lifting lifting;
    private final RequestJson json;

    RightsApi(Rights rights, Identity identity, Lifting lifting, RequestJson json) {
        this.rights = rights;
        this.identity = identity;
        this.lifting = lifting;
        this.json = json;
    }

    /** As it is sent; the words of {@code text} are the person's own. */
    record Asked(
            @Nullable String right,
            @Nullable String email,
            @Nullable String name,
            @Nullable String text,
            @Nullable String receivedOn,
            @Nullable String language) {}

    record Proved(
            @Nullable String how,
            @Nullable String note,
            @Nullable String code,
            @Nullable String person) {}

    record Reasoned(@Nullable String reason, @Nullable Boolean lateForCause) {}

    record Refused(@Nullable String ground, @Nullable String reason) {}

    @GetMapping
    @Needs(purpose = Purpose.RIGHTS)
    Map<String, @Nullable Object> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        int most = Math.clamp(limit, 1, 200);
        var found = rights.list(state, after, most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        var page = new LinkedHashMap<String, @Nullable Object>();
        page.put("items", shown.stream().map(one -> json.of(one, locale)).toList());
        page.put("next", found.size() > most ? shown.getLast().id().toString() : null);
        return page;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> receive(@RequestBody Asked asked, Actor actor, Locale locale) {
        var received = new Rights.Received(
                Right.of(needed("right", asked.right())),
                needed("email", asked.email()),
                asked.name(),
                asked.text(),
                day(asked.receivedOn()),
                language(asked.language(), locale));
        var request = rights.receive(received, actor);
        return ResponseEntity.created(URI.create("/api/v1/rights/requests/" + request.id()))
                .body(json.of(request, locale));
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.RIGHTS)
    Map<String, Object> one(@PathVariable RequestId id, Locale locale) {
        return json.of(rights.get(id), locale);
    }

    @PostMapping("/{id}/identity")
    Map<String, Object> identity(@PathVariable RequestId id, @RequestBody Proved proved, Actor actor, Locale locale) {
        var person = proved.person() == null ? null : PersonId.valueOf(proved.person());
        var note = proved.code() == null ? proved.note() : proved.code();
        return json.of(
                identity.confirm(id, new Identity.Said(needed("how", proved.how()), note, person), actor), locale);
    }

    @PostMapping("/{id}/extension")
    Map<String, Object> extend(@PathVariable RequestId id, @RequestBody Reasoned reasoned, Actor actor, Locale locale) {
        return json.of(rights.extend(id, needed("reason", reasoned.reason()), actor), locale);
    }

    @PostMapping("/{id}/suspension")
    Map<String, Object> suspend(
            @PathVariable RequestId id, @RequestBody Reasoned reasoned, Actor actor, Locale locale) {
        var late = Boolean.TRUE.equals(reasoned.lateForCause());
        return json.of(rights.suspend(id, needed("reason", reasoned.reason()), late, actor), locale);
    }

    @DeleteMapping("/{id}/suspension")
    Map<String, Object> resume(@PathVariable RequestId id, Actor actor, Locale locale) {
        return json.of(rights.resume(id, actor), locale);
    }

    @PostMapping("/{id}/fulfilment")
    Map<String, Object> fulfil(@PathVariable RequestId id, Actor actor, Locale locale) {
        return json.of(rights.fulfil(id, actor), locale);
    }

    @PostMapping("/{id}/refusal")
    Map<String, Object> refuse(@PathVariable RequestId id, @RequestBody Refused refused, Actor actor, Locale locale) {
        return json.of(rights.refuse(id, needed("ground", refused.ground()), refused.reason(), actor), locale);
    }

    @PostMapping("/{id}/withdrawal")
    Map<String, Object> withdraw(@PathVariable RequestId id, Actor actor, Locale locale) {
        return json.of(rights.withdraw(id, actor), locale);
    }

    /** Art. 18(3): the person is told before the restriction ends. */
    @DeleteMapping("/{id}/restriction")
    Map<String, Object> lift(@PathVariable RequestId id, @RequestBody Reasoned reasoned, Actor actor, Locale locale) {
        return json.of(lifting.lift(id, needed("reason", reasoned.reason()), actor), locale);
    }

    private static String needed(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "rights.field.missing", field);
        }
        return value.strip();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            if (text != null && (text.strip().startsWith("-") || text.strip().startsWith("+"))) {
                throw Problem.invalid(
                        "receivedOn", "rights.receivedOn.malformed", text); // a year before ours or of five digits
            }
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Problem.invalid("receivedOn", "rights.receivedOn.malformed", text);
        }
    }

    private static String language(@Nullable String wanted, Locale locale) {
        var language = wanted == null ? locale.getLanguage() : wanted;
        return List.of("fi", "sv", "en").contains(language) ? language : "en";
    }
}
