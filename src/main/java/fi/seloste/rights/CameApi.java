package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of a request and its repetitions, for programs. */
@RestController
@RequestMapping("/api/v1/rights/requests/{id}")
@Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
class CameApi {

    private final CameWith came;
    private final Rights rights;
    private final RequestJson.Writer json;

    CameApi(CameWith came, Rights rights, RequestJson.Writer json) {
        this.came = came;
        this.rights = rights;
        this.json = json;
    }

    @Schema(name = "SameRequest")
    record Same(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            UUID request) {}

    @GetMapping("/enclosures")
    @Needs(purpose = Purpose.RIGHTS)
    Paged<ArrivalJson.Attached> enclosures(@PathVariable RequestId id) {
        return Paged.whole(came.files(id).stream()
                .map(file -> new ArrivalJson.Attached(
                        UUID.fromString(file.id()), file.name(), file.mediaType(), file.bytes()))
                .toList());
    }

    @PostMapping(path = "/enclosures", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Paged<ArrivalJson.Attached> enclose(
            @PathVariable RequestId id, @RequestPart(required = false) @Nullable MultipartFile file, Actor actor) {
        CamePages.keep(came, id, file, actor);
        return enclosures(id);
    }

    @GetMapping("/enclosures/{enclosure}")
    @Needs(purpose = Purpose.RIGHTS)
    ResponseEntity<InputStreamResource> enclosure(
            @PathVariable RequestId id, @PathVariable UUID enclosure, Actor actor) {
        return InboxPages.sandboxed(came.open(id, enclosure, actor));
    }

    /** The earlier clock of the two runs for both. */
    @PostMapping("/same")
    RequestJson link(@PathVariable RequestId id, @RequestBody Same same, Actor actor, Locale locale) {
        if (same.request() == null) {
            throw Problem.invalid("request", "rights.field.missing", "request");
        }
        var other = new RequestId(same.request());
        Problem.named("request", () -> rights.get(other));
        came.link(id, other, actor);
        return json.of(rights.get(id), locale);
    }

    @DeleteMapping("/same")
    RequestJson part(@PathVariable RequestId id, Actor actor, Locale locale) {
        came.part(id, actor);
        return json.of(rights.get(id), locale);
    }
}
