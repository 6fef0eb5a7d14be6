package fi.seloste.informing;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.register.Untold;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The desk of Art. 14 for programs; whoever was told leaves the list, so its beginning is always what is due next. */
@RestController
@RequestMapping("/api/v1/informing")
@Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
class InformingApi {

    private static final int MOST = 200;

    private final Informing informing;

    InformingApi(Informing informing) {
        this.informing = informing;
    }

    @Schema(name = "ToBeTold")
    record One(
            UUID id,
            String name,
            @Nullable String email,
            String source,
            @Nullable String sourceDetail,
            LocalDate sourcedOn,
            LocalDate informBy) {

        static One of(Untold one) {
            return new One(
                    one.id().value(),
                    one.name(),
                    one.email(),
                    one.source(),
                    one.sourceDetail(),
                    one.sourcedOn(),
                    one.by());
        }
    }

    @Schema(name = "Letters")
    record Chosen(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<UUID> people) {}

    @Schema(name = "LettersWritten")
    record Written(int written) {}

    @Schema(name = "Telling")
    record Told(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String how,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String note) {}

    @GetMapping
    @Needs(purpose = Purpose.RIGHTS)
    Paged<One> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        return informing.due(Paging.of(limit, after), actor).map(One::of);
    }

    @PostMapping("/letters")
    Written write(@RequestBody Chosen chosen, Actor actor) {
        if (chosen.people() == null || chosen.people().isEmpty()) {
            throw Problem.invalid("people", "ui.invalid.NotEmpty");
        }
        if (chosen.people().size() > MOST) {
            throw Problem.invalid(
                    "people", "value.list.tooMany", MOST, chosen.people().size());
        }
        return new Written(
                informing.write(chosen.people().stream().map(PersonId::new).toList(), actor));
    }

    @PostMapping("/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tell(@PathVariable PersonId person, @RequestBody Told told, Actor actor) {
        informing.note(
                person,
                How.of(Objects.requireNonNullElse(told.how(), "")),
                Objects.requireNonNullElse(told.note(), ""),
                actor);
    }
}
