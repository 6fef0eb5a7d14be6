package fi.seloste.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What falls due, and what stops it, for programs. */
@RestController
@RequestMapping("/api/v1/retention")
@Needs(purpose = Purpose.RETENTION)
class RetentionApi {

    private final Forecast forecast;
    private final HoldDesk holds;

    RetentionApi(Forecast forecast, HoldDesk holds) {
        this.forecast = forecast;
        this.holds = holds;
    }

    @Schema(name = "RetentionPreview")
    record PreviewJson(LocalDate today, List<LineJson> categories, Map<String, Long> stopped, long backlog) {}

    @Schema(name = "RetentionLine")
    record LineJson(String category, String unit, long overdue, List<MonthJson> months) {}

    @Schema(name = "RetentionMonth")
    record MonthJson(String month, long count) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Hold")
    record HoldJson(
            UUID id,
            @Nullable UUID person,
            @Nullable UUID organisation,
            @Nullable String category,
            String reason,
            LocalDate until,
            Instant madeAt,
            String madeBy) {

        static HoldJson of(Hold hold) {
            var target = hold.target();
            return new HoldJson(
                    hold.id(),
                    target.person() == null ? null : target.person().value(),
                    target.organisation() == null ? null : target.organisation().value(),
                    target.category(),
                    hold.reason(),
                    hold.untilOn(),
                    hold.made().at(),
                    hold.made().byName());
        }
    }

    /** One of person, organisation and category; a reason and the last day. */
    @Schema(name = "NewHold")
    record NewHold(
            @Nullable UUID person,
            @Nullable UUID organisation,
            @Nullable String category,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            LocalDate until) {

        Hold.Target target() {
            var named = category == null || category.isBlank() ? null : category;
            if (Stream.of(person, organisation, named).filter(Objects::nonNull).count() != 1) {
                throw Problem.invalid("person", "retention.hold.one");
            }
            return new Hold.Target(
                    person == null ? null : new PersonId(person),
                    organisation == null ? null : new OrganisationId(organisation),
                    named);
        }
    }

    @GetMapping("/preview")
    PreviewJson preview() {
        var preview = forecast.preview();
        return new PreviewJson(
                preview.today(),
                preview.lines().stream().map(line -> line(line, preview)).toList(),
                preview.stopped(),
                preview.backlog());
    }

    private static LineJson line(Forecast.Line line, Forecast.Preview preview) {
        return new LineJson(
                line.category(),
                line.unit().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                line.overdue(),
                preview.months().stream()
                        .map(month ->
                                new MonthJson(month.toString(), line.months().getOrDefault(month, 0L)))
                        .toList());
    }

    @GetMapping("/holds")
    Paged<HoldJson> holds(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return holds.inForce(Paging.of(limit, after)).map(HoldJson::of);
    }

    @PostMapping("/holds")
    @Needs(purpose = Purpose.RETENTION, action = Action.CHANGE)
    ResponseEntity<HoldJson> hold(@RequestBody NewHold sent, Actor actor) {
        var hold = holds.hold(sent.target(), Objects.requireNonNullElse(sent.reason(), ""), sent.until(), actor);
        return ResponseEntity.created(URI.create("/api/v1/retention/holds/" + hold.id()))
                .body(HoldJson.of(hold));
    }

    @GetMapping("/holds/{id}")
    HoldJson hold(@PathVariable HoldId id) {
        return HoldJson.of(holds.get(id.value()));
    }

    @DeleteMapping("/holds/{id}")
    @Needs(purpose = Purpose.RETENTION, action = Action.CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable HoldId id, Actor actor) {
        holds.lift(id.value(), actor);
    }
}
