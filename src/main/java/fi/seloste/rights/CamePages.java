package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Adds the scan of a letter to a request, hands it out again, and links requests that ask for the same. */
@Controller
@RequestMapping("/rights/requests/{id}")
@Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
class CamePages {

    private static final long MOST = 20L * 1024 * 1024;

    private final CameWith came;

    CamePages(CameWith came) {
        this.came = came;
    }

    @PostMapping("/enclosures")
    Redirect enclose(
            @PathVariable RequestId id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            Flash flash) {
        keep(came, id, file, actor);
        flash.done("rights.file.added");
        return RequestPages.to(id);
    }

    static void keep(CameWith came, RequestId id, @Nullable MultipartFile file, Actor actor) {
        if (file == null || file.isEmpty()) {
            throw Problem.invalid("file", "rights.file.missing");
        }
        refuseLarge(file);
        try (var content = file.getInputStream()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            came.enclose(id, name, file.getSize(), content, actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void refuseLarge(@Nullable MultipartFile file) {
        if (file != null && file.getSize() > MOST) {
            throw Problem.invalid("file", "rights.file.large", MOST / 1024 / 1024);
        }
    }

    @GetMapping("/enclosures/{enclosure}")
    @Needs(purpose = Purpose.RIGHTS)
    ResponseEntity<InputStreamResource> enclosure(
            @PathVariable RequestId id, @PathVariable UUID enclosure, Actor actor) {
        return InboxPages.sandboxed(came.open(id, enclosure, actor));
    }

    @PostMapping("/same")
    Redirect link(@PathVariable RequestId id, @RequestParam RequestId other, Actor actor) {
        came.link(id, other, actor);
        return RequestPages.to(id);
    }

    @PostMapping("/same/parting")
    Redirect part(@PathVariable RequestId id, Actor actor) {
        came.part(id, actor);
        return RequestPages.to(id);
    }
}
