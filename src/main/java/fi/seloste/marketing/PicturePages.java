package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The library of pictures. */
@Controller
@RequestMapping("/marketing/pictures")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class PicturePages {

    private final PictureDesk desk;

    PicturePages(PictureDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Needs(purpose = Purpose.MARKETING, whole = true)
    PictureListPage list(@RequestParam(required = false) @Nullable String after) {
        return new PictureListPage(desk.newest(Paging.of(null, after)), Errors.none());
    }

    @PostMapping
    Reply add(@RequestParam(required = false) @Nullable MultipartFile file, Actor actor, Flash flash) {
        try {
            flash.done("pictures.added", desk.add(file, actor).name());
            return Redirect.to("/marketing/pictures");
        } catch (Problem.Invalid e) {
            return new PictureListPage(desk.newest(Paging.of(null, null)), Errors.of(e));
        }
    }

    @PostMapping("/{id}/removal")
    Redirect remove(@PathVariable UUID id, Actor actor, Flash flash) {
        desk.remove(id, actor);
        flash.done("pictures.removed");
        return Redirect.to("/marketing/pictures");
    }
}
