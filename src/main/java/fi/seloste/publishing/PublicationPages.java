package fi.seloste.publishing;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The draft as a whole: as a file out and in, its review, its publication, or its end. */
@Controller
@RequestMapping("/settings/notice")
@Needs(purpose = Purpose.RIGHTS, action = Action.MANAGE)
class PublicationPages {

    /** More than any declaration may have, so that the reader is the one to say that it is too large. */
    private static final int LARGEST = 1_100_000;

    private final Drafting drafting;
    private final Publishing publishing;
    private final DraftHeads heads;

    PublicationPages(Drafting drafting, Publishing publishing, DraftHeads heads) {
        this.drafting = drafting;
        this.publishing = publishing;
        this.heads = heads;
    }

    @GetMapping("/file")
    @Needs(purpose = Purpose.RIGHTS)
    ResponseEntity<byte[]> file() {
        var name = ContentDisposition.attachment().filename("notice.yaml").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.parseMediaType(NoticeApi.YAML))
                .body(drafting.draft().text().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/upload")
    UploadPage upload() {
        return new UploadPage(drafting.draft().version(), List.of(), Errors.none());
    }

    @PostMapping("/upload")
    Reply upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "-1") int seen,
            Actor actor,
            Flash flash) {
        if (file == null || file.isEmpty()) {
            return new UploadPage(seen, List.of(), Errors.of(Problem.invalid("file", "publishing.upload.choose")));
        }
        var content = content(file);
        var flaws = Drafting.readBytes(content).flaws();
        if (!flaws.isEmpty()) {
            return new UploadPage(seen, flaws, Errors.none());
        }
        drafting.replace(seen, content, actor);
        flash.done("publishing.uploaded");
        return Redirect.to("/settings/notice/publication");
    }

    @GetMapping("/publication")
    ReviewPage review(Locale language) {
        var draft = drafting.draft();
        var declaration = drafting.declaration(draft);
        return ReviewPage.of(heads.of(draft), publishing.review(declaration), declaration, language);
    }

    @PostMapping("/publication")
    Reply publish(
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean vouched,
            @RequestParam(defaultValue = "-1") int seen,
            Actor actor,
            Flash flash,
            Locale language) {
        if (!vouched) {
            return review(language).wrong(Errors.of(Problem.invalid("vouched", "publishing.review.unvouched")));
        }
        var draft = drafting.draft();
        if (draft.version() != seen) {
            throw Problem.conflict("publishing.draft.changed");
        }
        var version = publishing.publish(draft, note, actor);
        flash.done("publishing.published", version.number());
        return Redirect.to("/settings/notice");
    }

    @PostMapping("/discard")
    Reply discard(Flash flash) {
        drafting.discard();
        flash.done("publishing.discarded");
        return Redirect.to("/settings/notice");
    }

    private static byte[] content(MultipartFile file) {
        try (var stream = file.getInputStream()) {
            return stream.readNBytes(LARGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
