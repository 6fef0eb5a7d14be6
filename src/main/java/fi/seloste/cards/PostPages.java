package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.register.Ability;
import fi.seloste.register.Affiliation;
import fi.seloste.register.Employment;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Posts at organisations, one by one. */
@Controller
@RequestMapping("/people/{id}/posts")
@Writes
class PostPages {

    private final Employment employment;
    private final Employers employers;
    private final PostDesk desk;
    private final Purposes purposes;

    PostPages(Employment employment, Employers employers, PostDesk desk, Purposes purposes) {
        this.employment = employment;
        this.employers = employers;
        this.desk = desk;
        this.purposes = purposes;
    }

    @GetMapping("/new")
    PostPage blank(Viewpoint at) {
        return desk.page(at, PostPage.Doing.TAKE_UP, PostForm.empty(""), Errors.none());
    }

    @PostMapping
    Reply add(Viewpoint at, PostForm form) {
        at.must(Ability.EDIT);
        try {
            purposes.as(at.purpose(), () -> {
                var where = employers.meant(form.employer(), desk.heard(), at.actor());
                var post = new Affiliation.Post(where, form.jobTitle(), form.wantedRoles(), form.day());
                employment.takeUp(at.person(), post, at.actor());
            });
            return Redirect.to(at.home());
        } catch (Problem.Invalid problem) {
            return desk.page(at, PostPage.Doing.TAKE_UP, form, Errors.of(problem));
        }
    }

    @GetMapping("/{post}")
    PostPage edit(Viewpoint at, @PathVariable UUID post) {
        at.must(Ability.EDIT);
        var there = purposes.as(at.purpose(), () -> mine(at, post));
        var doing = PostPage.Doing.change(post.toString());
        return new PostPage(at, doing, List.of(there), PostForm.of(there).shown(), Employer.none(), Errors.none());
    }

    @PostMapping("/{post}")
    Reply change(Viewpoint at, @PathVariable UUID post, PostForm form) {
        at.must(Ability.EDIT);
        purposes.as(
                at.purpose(),
                () -> employment.change(mine(at, post).id(), form.jobTitle(), form.wantedRoles(), at.actor()));
        return Redirect.to(at.home());
    }

    @GetMapping("/{post}/removal")
    RemovalPage beforeRemoval(Viewpoint at, @PathVariable UUID post) {
        at.must(Ability.EDIT);
        var there = purposes.as(at.purpose(), () -> mine(at, post));
        return new RemovalPage(at, "cards.post.remove", there.organisationName(), "/posts/" + post + "/removal");
    }

    @PostMapping("/{post}/removal")
    Reply remove(Viewpoint at, @PathVariable UUID post, Flash flash) {
        at.must(Ability.EDIT);
        purposes.as(at.purpose(), () -> employment.remove(mine(at, post).id(), at.actor()));
        flash.done("cards.post.removed");
        return Redirect.to(at.home());
    }

    private Affiliation mine(Viewpoint at, UUID post) {
        return employment.of(at.person()).stream()
                .filter(p -> p.id().equals(post))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("affiliation"));
    }
}
