package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.register.Ability;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Edits one field where it stands; without script on a small page of its own. */
@Controller
@RequestMapping({"/people/{id}/fields/{field}", "/organisations/{id}/fields/{field}"})
@Writes
class FieldPages {

    private final FieldDesk desk;
    private final Purposes purposes;

    FieldPages(FieldDesk desk, Purposes purposes) {
        this.desk = desk;
        this.purposes = purposes;
    }

    @GetMapping
    FieldPage open(Viewpoint at, @PathVariable String field) {
        at.must(Ability.EDIT);
        return purposes.as(at.purpose(), () -> desk.open(at, field));
    }

    @PostMapping
    Reply save(Viewpoint at, @PathVariable String field, FieldForm form) {
        at.must(Ability.EDIT);
        try {
            var saved = purposes.as(at.purpose(), () -> desk.save(at, field, form));
            return saved
                    ? Redirect.to(at.home())
                    : purposes.as(at.purpose(), () -> desk.afterConflict(at, field, form));
        } catch (Problem.Invalid problem) {
            var errors =
                    new Errors(java.util.Map.of("value", fi.seloste.ui.Said.of(problem.key(), problem.arguments())));
            return purposes.as(at.purpose(), () -> desk.again(at, field, form, errors));
        }
    }
}
