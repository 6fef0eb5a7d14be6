package fi.seloste.cards;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.Problem;
import fi.seloste.register.Ability;
import fi.seloste.register.Employment;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A change of job as one act, and leaving for nobody knows where. */
@Controller
@RequestMapping("/people/{id}")
@Writes
class JobPages {

    private final Employment employment;
    private final Employers employers;
    private final PostDesk desk;
    private final Purposes purposes;
    private final Days days;

    JobPages(Employment employment, Employers employers, PostDesk desk, Purposes purposes, Days days) {
        this.employment = employment;
        this.employers = employers;
        this.desk = desk;
        this.purposes = purposes;
        this.days = days;
    }

    @GetMapping("/job-change")
    PostPage beforeMove(Viewpoint at) {
        return desk.page(at, PostPage.Doing.MOVE, PostForm.empty(days.today().toString()), Errors.none());
    }

    @PostMapping("/job-change")
    Reply move(Viewpoint at, PostForm form, Flash flash) {
        at.must(Ability.EDIT);
        try {
            purposes.as(at.purpose(), () -> {
                var to = employers.meant(form.employer(), desk.heard(), at.actor());
                var job = new Employment.Job(from(form), to, form.jobTitle(), on(form));
                employment.changeJob(at.person(), job, at.actor());
            });
            flash.done("cards.job.done");
            return Redirect.to(at.home());
        } catch (Problem.Invalid problem) {
            return desk.page(at, PostPage.Doing.MOVE, form, Errors.of(problem));
        }
    }

    @GetMapping("/leaving")
    PostPage beforeLeaving(Viewpoint at) {
        return desk.page(at, PostPage.Doing.LEAVE, PostForm.empty(days.today().toString()), Errors.none());
    }

    @PostMapping("/leaving")
    Reply leave(Viewpoint at, PostForm form, Flash flash) {
        at.must(Ability.EDIT);
        try {
            purposes.as(at.purpose(), () -> employment.markAsLeft(at.person(), from(form), on(form), at.actor()));
            flash.done("cards.job.gone");
            return Redirect.to(at.home());
        } catch (Problem.Invalid problem) {
            return desk.page(at, PostPage.Doing.LEAVE, form, Errors.of(problem));
        }
    }

    private static OrganisationId from(PostForm form) {
        var from = Objects.requireNonNullElse(form.from(), "");
        if (from.isBlank()) {
            throw Problem.invalid("from", "cards.job.from");
        }
        return OrganisationId.valueOf(from);
    }

    private LocalDate on(PostForm form) {
        return Objects.requireNonNullElse(form.day(), days.today());
    }
}
