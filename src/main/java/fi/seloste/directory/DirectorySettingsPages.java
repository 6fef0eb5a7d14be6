package fi.seloste.directory;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.FrontDoor;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The directory by which colleagues sign in, for whoever keeps the house. */
@Controller
@RequestMapping("/directory")
@Needs(purpose = Purpose.TECHNICAL, action = Action.MANAGE)
class DirectorySettingsPages {

    private final DirectorySettings settings;
    private final FrontDoor door;

    DirectorySettingsPages(DirectorySettings settings, FrontDoor door) {
        this.settings = settings;
        this.door = door;
    }

    @GetMapping
    DirectoryPage show(HttpServletRequest request) {
        return page(request, Map.of(), Errors.none());
    }

    @PostMapping
    Reply set(@RequestParam Map<String, String> form, Actor actor, HttpServletRequest request, Flash flash) {
        try {
            flash.done(settings.set(form, actor) ? "directory.kept" : "directory.saved");
            return Redirect.to("/directory");
        } catch (Problem.Invalid e) {
            return page(request, form, Errors.of(e));
        }
    }

    private DirectoryPage page(HttpServletRequest request, Map<String, String> typed, Errors errors) {
        return settings.page(door.origin(request) + DirectoryPages.BACK, typed, errors);
    }
}
