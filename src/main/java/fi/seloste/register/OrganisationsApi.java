package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Query;
import fi.seloste.ui.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
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

/** Organisations for programs, in the purpose that the call names. */
@RestController
@RequestMapping("/api/v1/organisations")
@Needs(purpose = Purpose.CUSTOMER, chosen = true)
class OrganisationsApi {

    private final OrganisationRegister register;
    private final DomainBan bans;
    private final Timeline timeline;
    private final Purposes purposes;
    private final Texts texts;
    private final Today today;

    OrganisationsApi(
            OrganisationRegister register,
            DomainBan bans,
            Timeline timeline,
            Purposes purposes,
            Texts texts,
            Today today) {
        this.register = register;
        this.bans = bans;
        this.timeline = timeline;
        this.purposes = purposes;
        this.texts = texts;
        this.today = today;
    }

    @GetMapping
    @Query({"search", "owner", "tag", "businessId", "domain", "sort", "limit", "after", "before"})
    Slice<OrganisationJson.Row> list(@RequestParam Map<String, String> query, Purpose purpose) {
        var asked = OrganisationQuery.of(query);
        return purposes.as(purpose, () -> register.list(asked).map(OrganisationJson.Row::of));
    }

    @GetMapping("/{id}")
    ResponseEntity<OrganisationJson> get(@PathVariable OrganisationId id, Purpose purpose) {
        var organisation = purposes.as(purpose, () -> read(id));
        return ResponseEntity.ok().eTag(String.valueOf(organisation.version())).body(organisation);
    }

    @PostMapping
    @Needs(purpose = Purpose.CUSTOMER, action = Action.CHANGE, chosen = true)
    ResponseEntity<OrganisationJson> add(@RequestBody OrganisationForm form, Purpose purpose, Actor actor) {
        var wanted = form.organisation(today.day());
        var organisation = purposes.as(purpose, () -> read(register.add(wanted, actor)));
        return ResponseEntity.created(URI.create("/api/v1/organisations/" + organisation.id()))
                .eTag(String.valueOf(organisation.version()))
                .body(organisation);
    }

    @PatchMapping("/{id}")
    @Needs(purpose = Purpose.CUSTOMER, action = Action.CHANGE, chosen = true)
    ResponseEntity<?> change(
            @PathVariable OrganisationId id,
            @RequestBody OrganisationPatch patch,
            @RequestHeader HttpHeaders headers,
            Purpose purpose,
            Actor actor,
            Locale locale) {
        var edit = Edit.of(patch.fields()).against(ETags.version(headers));
        try {
            var organisation = purposes.as(purpose, () -> {
                register.change(id, edit, actor);
                return read(id);
            });
            return ResponseEntity.ok()
                    .eTag(String.valueOf(organisation.version()))
                    .body(organisation);
        } catch (Problem.Conflict conflict) {
            return ETags.preconditionFailed(conflict, texts, locale);
        }
    }

    @GetMapping("/{id}/people")
    @Query({"past", "limit", "after"})
    Slice<OrganisationJson.MemberJson> people(
            @PathVariable OrganisationId id, @RequestParam Map<String, String> query, Purpose purpose, Actor actor) {
        var given = new Parameters(query);
        var which = new OrganisationRegister.Members(
                Boolean.TRUE.equals(given.flag("past")), given.limit(), given.text("after"));
        return purposes.as(
                purpose,
                () -> register.members(id, which, actor)
                        .map(member -> OrganisationJson.MemberJson.of(member, today.day())));
    }

    @GetMapping("/{id}/timeline")
    @Query({"kinds", "limit", "after"})
    Slice<TimelineItem> timeline(
            @PathVariable OrganisationId id, @RequestParam Map<String, String> query, Purpose purpose) {
        var asked = TimelineQuery.of(query);
        return purposes.as(purpose, () -> timeline.of(register.get(id).id(), asked));
    }

    @GetMapping("/{id}/history")
    @Query({"field", "limit", "after"})
    Slice<Change> history(@PathVariable OrganisationId id, @RequestParam Map<String, String> query, Purpose purpose) {
        var given = new Parameters(query);
        return purposes.as(
                purpose,
                () -> timeline.history(
                        Party.of(register.get(id).id()), given.text("field"), given.limit(), given.text("after")));
    }

    @Schema(name = "DomainBanReason")
    record Ban(
            @Nullable String reason,
            @Nullable String askedBy,
            @Nullable String domain) {}

    @PutMapping("/{id}/marketing-ban")
    @Needs(
            purpose = {Purpose.CUSTOMER, Purpose.MARKETING, Purpose.SUPPORT},
            action = Action.CHANGE,
            chosen = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ban(@PathVariable OrganisationId id, @RequestBody Ban ban, Purpose purpose, Actor actor) {
        purposes.as(purpose, () -> {
            var own = register.get(id).reach().domain();
            var wanted = new OrganisationBan.Wanted(
                    Objects.requireNonNullElse(ban.domain(), Objects.requireNonNullElse(own, "")),
                    Objects.requireNonNullElse(ban.reason(), ""),
                    Objects.requireNonNullElse(ban.askedBy(), ""));
            bans.ban(id, wanted, actor);
        });
    }

    @DeleteMapping("/{id}/marketing-ban")
    @Needs(purpose = Purpose.CUSTOMER, action = Action.CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(
            @PathVariable OrganisationId id,
            @RequestBody(required = false) @Nullable Ban ban,
            Purpose purpose,
            Actor actor) {
        var proof = ban == null ? "" : Objects.requireNonNullElse(ban.reason(), "");
        var domain = ban == null || ban.domain() == null ? null : OrganisationBan.domainOf(ban.domain());
        purposes.as(
                purpose,
                () -> bans.of(id).stream()
                        .filter(OrganisationBan::isInForce)
                        .filter(one -> domain == null || one.domain().equals(domain))
                        .forEach(one -> bans.lift(one.id(), proof, actor)));
    }

    private OrganisationJson read(OrganisationId id) {
        var now = register.now(id);
        return OrganisationJson.of(register.card(now), bans.of(now));
    }
}
