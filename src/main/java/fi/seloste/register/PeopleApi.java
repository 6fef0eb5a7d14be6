package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Query;
import fi.seloste.ui.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People for programs, in the purpose that the call names. */
@RestController
@RequestMapping("/api/v1/people")
@Needs(purpose = Purpose.CUSTOMER, chosen = true)
class PeopleApi {

    private final Register register;
    private final ContactDetails details;
    private final MarketingBan bans;
    private final Timeline timeline;
    private final RowParts rowParts;
    private final Purposes purposes;
    private final Texts texts;
    private final Today today;

    PeopleApi(
            Register register,
            ContactDetails details,
            MarketingBan bans,
            Timeline timeline,
            RowParts rowParts,
            Purposes purposes,
            Texts texts,
            Today today) {
        this.register = register;
        this.details = details;
        this.bans = bans;
        this.timeline = timeline;
        this.rowParts = rowParts;
        this.purposes = purposes;
        this.texts = texts;
        this.today = today;
    }

    @GetMapping
    @Query({
        "search",
        "email",
        "phone",
        "organisation",
        "role",
        "owner",
        "tag",
        "source",
        "language",
        "banned",
        "restricted",
        "uninformed",
        "actSince",
        "actBefore",
        "sort",
        "limit",
        "after",
        "before"
    })
    Slice<PersonRowJson> list(@RequestParam Map<String, String> query, Purpose purpose, Actor actor) {
        var asked = PeopleQuery.of(query);
        return purposes.as(purpose, () -> rows(register.list(asked, Evidence.How.API, actor)));
    }

    @GetMapping("/{id}")
    ResponseEntity<PersonJson> get(@PathVariable PersonId id, Purpose purpose, Actor actor) {
        var person = purposes.as(purpose, () -> read(id, actor));
        return ResponseEntity.ok().eTag(String.valueOf(person.version())).body(person);
    }

    @PostMapping
    @Needs(purpose = Purpose.CUSTOMER, action = Action.CHANGE, chosen = true)
    ResponseEntity<PersonJson> add(@RequestBody PersonForm form, Purpose purpose, Actor actor) {
        var wanted = form.person(today.day());
        var person = purposes.as(purpose, () -> read(register.add(wanted, actor), actor));
        return ResponseEntity.created(URI.create("/api/v1/people/" + person.id()))
                .eTag(String.valueOf(person.version()))
                .body(person);
    }

    @PatchMapping("/{id}")
    @Needs(purpose = Purpose.CUSTOMER, action = Action.CHANGE, chosen = true)
    ResponseEntity<?> change(
            @PathVariable PersonId id,
            @RequestBody PersonPatch patch,
            @RequestHeader HttpHeaders headers,
            Purpose purpose,
            Actor actor,
            Locale locale) {
        var points = patch.points();
        var edit = new Edit<>(patch.fields(), ETags.version(headers), patch.origin());
        try {
            var person = purposes.as(purpose, () -> changed(id, edit, points, actor));
            return ResponseEntity.ok().eTag(String.valueOf(person.version())).body(person);
        } catch (Problem.Conflict conflict) {
            return ETags.preconditionFailed(conflict, texts, locale);
        }
    }

    @GetMapping("/{id}/timeline")
    @Query({"kinds", "limit", "after"})
    Slice<TimelineItem> timeline(
            @PathVariable PersonId id, @RequestParam Map<String, String> query, Purpose purpose, Actor actor) {
        var asked = TimelineQuery.of(query);
        return purposes.as(purpose, () -> {
            register.see(id, Evidence.How.API, actor);
            return timeline.of(id, asked);
        });
    }

    @GetMapping("/{id}/history")
    @Query({"field", "limit", "after"})
    Slice<Change> history(
            @PathVariable PersonId id, @RequestParam Map<String, String> query, Purpose purpose, Actor actor) {
        var given = new Parameters(query);
        return purposes.as(purpose, () -> {
            register.see(id, Evidence.How.API, actor);
            return timeline.history(Party.of(id), given.text("field"), given.limit(), given.text("after"));
        });
    }

    @Schema(name = "BanReason")
    record Reason(@Nullable String reason, @Nullable Boolean sharedToo) {}

    /** What the person wished, by which way and on which day; where the day is left out, it is today. */
    @Schema(name = "BanWish")
    record Wished(
            @Nullable String reason,
            @Nullable String how,
            @Nullable LocalDate on) {

        Wish wish(LocalDate day) {
            return new Wish(
                    how == null ? Wish.How.OTHER : Wish.How.of(how),
                    Objects.requireNonNullElse(on, day),
                    Objects.requireNonNullElse(reason, ""));
        }
    }

    @PutMapping("/{id}/marketing-ban")
    @Needs(
            purpose = {Purpose.CUSTOMER, Purpose.MARKETING, Purpose.SUPPORT},
            action = Action.CHANGE,
            chosen = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ban(@PathVariable PersonId id, @RequestBody Reason reason, Purpose purpose, Actor actor) {
        var ban =
                new Ban(Objects.requireNonNullElse(reason.reason(), ""), Boolean.TRUE.equals(reason.sharedToo()), null);
        purposes.as(purpose, () -> {
            bans.ban(id, ban, actor);
        });
    }

    @DeleteMapping("/{id}/marketing-ban")
    @Needs(purpose = Purpose.CUSTOMER, action = Action.CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(
            @PathVariable PersonId id,
            @RequestBody(required = false) @Nullable Wished wished,
            Purpose purpose,
            Actor actor) {
        var wish = wished == null ? Wish.of("", today.day()) : wished.wish(today.day());
        purposes.as(purpose, () -> {
            bans.lift(id, wish, actor);
        });
    }

    private PersonJson read(PersonId id, Actor actor) {
        return PersonJson.of(register.card(register.now(id), Evidence.How.API, actor), today.day());
    }

    private Slice<PersonRowJson> rows(Slice<PersonRow> page) {
        var parts = rowParts.of(page.items().stream().map(PersonRow::id).toList());
        return page.map(row -> PersonRowJson.of(row, parts.getOrDefault(row.id(), RowParts.Parts.NONE)));
    }

    private PersonJson changed(
            PersonId id, Edit<PersonField> edit, Map<ContactPoint.Kind, List<String>> points, Actor actor) {
        register.change(id, edit, actor);
        var known = register.get(id).origin();
        var origin = edit.source() == null ? known : new Origin(edit.source(), known.detail(), today.day());
        points.forEach((kind, values) -> details.replaceAll(Party.of(id), kind, values, origin, actor));
        return read(id, actor);
    }
}
