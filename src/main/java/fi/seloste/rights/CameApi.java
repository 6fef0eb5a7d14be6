package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of a request and its repetitions, for programs. */
@RestController
@RequestMapping("/api/v1/rights/requests/{id}")
@Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
class CameApi {

    private final CameWith came;
    private final Rights rights;
    private final RequestJson json;

    CameApi(CameWith came, Rights rights, RequestJson json) {
        this.came = came;
        this.rights = rights;
        this.json = json;
    }

    record Same(@Nullable String request) {}

    @GetMapping("/enclosures")
    @Needs(purpose = Purpose.RIGHTS)
    Map<String, List<RequestPage.File>> enclosures(@PathVariable RequestId id) {
        return Map.of("items", came.files(id));
    }

    @PostMapping("/enclosures")
    Map<String, List<RequestPage.File>> enclose(
            @PathVariable RequestId id, @RequestParam(required = false) @Nullable MultipartFile file, Actor actor) {
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
    Map<String, Object> link(@PathVariable RequestId id, @RequestBody Same same, Actor actor, Locale locale) {
        if (same.request() == null) {
            throw Problem.invalid("request", "rights.field.missing", "request");
        }
        came.link(id, RequestId.valueOf(same.request()), actor);
        return json.of(rights.get(id), locale);
    }

    @DeleteMapping("/same")
    Map<String, Object> part(@PathVariable RequestId id, Actor actor, Locale locale) {
        came.part(id, actor);
        return json.of(rights.get(id), locale);
    }
}
