package fi.seloste.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
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

    record PreviewJson(LocalDate today, List<LineJson> categories, Map<String, Long> stopped, long backlog) {}

    record LineJson(String category, String unit, long overdue, List<MonthJson> months) {}

    record MonthJson(String month, long count) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HoldJson(
            String id,
            @Nullable String person,
            @Nullable String organisation,
            @Nullable String category,
            String reason,
            LocalDate until,
            Instant madeAt,
            String madeBy) {

        static HoldJson of(Hold hold) {
            var target = hold.target();
            return new HoldJson(
                    hold.id().toString(),
                    target.person() == null ? null : target.person().toString(),
                    target.organisation() == null ? null : target.organisation().toString(),
                    target.category(),
                    hold.reason(),
                    hold.untilOn(),
                    hold.made().at(),
                    hold.made().byName());
        }
    }

    /** One of person, organisation and category; a reason and the last day. */
    record NewHold(
            @Nullable String person,
            @Nullable String organisation,
            @Nullable String category,
            @Nullable String reason,
            @Nullable String until) {

        Hold.Target target() {
            var given = List.of(isGiven(person), isGiven(organisation), isGiven(category));
            if (given.stream().filter(one -> one).count() != 1) {
                throw Problem.invalid("person", "retention.hold.one");
            }
            return new Hold.Target(
                    isGiven(person) ? PersonId.valueOf(Objects.requireNonNull(person)) : null,
                    isGiven(organisation) ? OrganisationId.valueOf(Objects.requireNonNull(organisation)) : null,
                    isGiven(category) ? category : null);
        }

        private static boolean isGiven(@Nullable String value) {
            return value != null && !value.isBlank();
        }

        @Nullable
        LocalDate day() {
            try {
                return until == null ? null : LocalDate.parse(until);
            } catch (DateTimeParseException e) {
                throw Problem.invalid("until", "retention.hold.until.malformed", Objects.requireNonNull(until));
            }
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
    Map<String, List<HoldJson>> holds() {
        return Map.of("items", holds.inForce().stream().map(HoldJson::of).toList());
    }

    @PostMapping("/holds")
    @Needs(purpose = Purpose.RETENTION, action = Action.CHANGE)
    ResponseEntity<HoldJson> hold(@RequestBody NewHold sent, Actor actor) {
        var hold = holds.hold(sent.target(), Objects.requireNonNullElse(sent.reason(), ""), sent.day(), actor);
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
