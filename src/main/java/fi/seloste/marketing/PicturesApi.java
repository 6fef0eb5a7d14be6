package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Pictures for programs. */
@RestController
@RequestMapping("/api/v1/pictures")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class PicturesApi {

    private final PictureDesk desk;

    PicturesApi(PictureDesk desk) {
        this.desk = desk;
    }

    /** A picture as programs read it; {@code url} is what a block of a campaign names. */
    @Schema(name = "Picture")
    record PictureJson(UUID id, String url, String name, int width, int height, int bytes, Instant madeAt) {

        static PictureJson of(Picture one) {
            return new PictureJson(
                    one.id(),
                    one.url(),
                    one.name(),
                    one.size().width(),
                    one.size().height(),
                    one.bytes(),
                    one.madeAt());
        }
    }

    @GetMapping
    @Needs(purpose = Purpose.MARKETING, whole = true)
    Paged<PictureJson> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return desk.newest(Paging.of(limit, after)).map(PictureJson::of);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<PictureJson> add(@RequestPart(required = false) @Nullable MultipartFile file, Actor actor) {
        var picture = desk.add(file, actor);
        return ResponseEntity.created(URI.create("/api/v1/pictures/" + picture.id()))
                .body(PictureJson.of(picture));
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    PictureJson one(@PathVariable UUID id) {
        return PictureJson.of(desk.get(id));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID id, Actor actor) {
        desk.remove(id, actor);
        return ResponseEntity.noContent().build();
    }
}
