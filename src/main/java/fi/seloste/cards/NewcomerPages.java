package fi.seloste.cards;

import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import fi.seloste.ui.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a new person into the register. */
@Controller
@RequestMapping("/people/new")
@Needs(
        purpose = {Purpose.CUSTOMER, Purpose.SUPPORT},
        action = Action.CHANGE,
        chosen = true)
class NewcomerPages {

    private static final String ERASED = "register.recollection.ask";

    private final NewcomerDesk desk;
    private final Purposes purposes;

    NewcomerPages(NewcomerDesk desk, Purposes purposes) {
        this.desk = desk;
        this.purposes = purposes;
    }

    @GetMapping
    NewcomerPage blank(Newly newly, @RequestParam(required = false) @Nullable String organisation) {
        return purposes.as(newly.purpose(), () -> desk.blank(newly, organisation));
    }

    @PostMapping
    Reply add(Newly newly, NewcomerForm form, Flash flash) {
        try {
            var alike = form.isApart()
                    ? List.<NewcomerPage.Alike>of()
                    : purposes.as(newly.purpose(), () -> desk.alike(newly, form));
            if (!alike.isEmpty()) {
                return again(newly, form, alike, null, Errors.none());
            }
            PersonId id = purposes.as(newly.purpose(), () -> desk.add(newly, form));
            flash.done("cards.new.done");
            return Redirect.to(newly.with("/people/" + id));
        } catch (Problem.Invalid problem) {
            return again(newly, form, List.of(), null, Errors.of(problem));
        } catch (Problem.Conflict conflict) {
            if (!conflict.key().equals(ERASED)) {
                throw conflict;
            }
            return again(newly, form, List.of(), Said.of(conflict.key(), conflict.arguments()), Errors.none());
        }
    }

    private Reply again(
            Newly newly, NewcomerForm form, List<NewcomerPage.Alike> alike, @Nullable Said erased, Errors errors) {
        return purposes.as(newly.purpose(), () -> desk.page(newly, form, alike, erased, errors));
    }
}
