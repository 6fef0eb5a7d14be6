package fi.seloste.marketing;

import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
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

/** Templates: see which there are, keep a campaign's words as one, take one away. A campaign begins with one on its own form. */
@Controller
@RequestMapping("/marketing")
@Needs(purpose = Purpose.MARKETING, action = Action.CHANGE, whole = true)
class TemplatePages {

    private final Templating templating;
    private final CampaignDesk desk;

    TemplatePages(Templating templating, CampaignDesk desk) {
        this.templating = templating;
        this.desk = desk;
    }

    @GetMapping("/templates")
    @Needs(purpose = Purpose.MARKETING, whole = true)
    TemplateListPage list(@RequestParam(required = false) @Nullable String after) {
        return new TemplateListPage(templating.newest(Paging.of(null, after)));
    }

    @PostMapping("/campaigns/{id}/template")
    Reply keep(@PathVariable UUID id, @RequestParam(defaultValue = "") String name, SignedIn viewer, Flash flash) {
        try {
            templating.keep(id, name, viewer.actor());
            flash.done("templates.kept", name.strip());
            return Redirect.to("/marketing/templates");
        } catch (Problem.Invalid e) {
            return desk.page(id, true, Errors.of(e.in("template")), viewer);
        }
    }

    @PostMapping("/templates/{id}/removal")
    Redirect remove(@PathVariable UUID id, Flash flash) {
        templating.remove(id);
        flash.done("templates.removed");
        return Redirect.to("/marketing/templates");
    }
}
