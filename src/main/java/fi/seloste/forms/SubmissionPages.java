package fi.seloste.forms;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What came by forms, for whoever answers it. */
@Controller
@RequestMapping("/forms")
@Needs(purpose = Purpose.CUSTOMER, action = Action.CHANGE, whole = true)
class SubmissionPages {

    private final Inbound inbound;
    private final Forms forms;
    private final Staff staff;
    private final Purposes purposes;

    SubmissionPages(Inbound inbound, Forms forms, Staff staff, Purposes purposes) {
        this.inbound = inbound;
        this.forms = forms;
        this.staff = staff;
        this.purposes = purposes;
    }

    @GetMapping("/{id}/submissions")
    @Needs(
            purpose = {Purpose.CUSTOMER, Purpose.MARKETING},
            whole = true)
    SubmissionListPage list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String waitsAfter,
            Purpose purpose,
            SignedIn viewer) {
        var form = forms.get(id);
        var waits = purpose == Purpose.CUSTOMER && after == null
                ? inbound.waiting(id, Paging.of(null, waitsAfter))
                : Paged.<Arrival>whole(List.of());
        return purposes.as(purpose, () -> {
            var read = inbound.list(id, Paging.of(null, after), Evidence.How.LIST, viewer.actor());
            return new SubmissionListPage(
                    form, waits, read.items(), inbound.names(read.items()), read.next(), purpose.code());
        });
    }

    @GetMapping("/submissions/{id}")
    @Needs(purpose = {Purpose.CUSTOMER, Purpose.MARKETING, Purpose.RIGHTS})
    SubmissionPage one(@PathVariable UUID id, Purpose purpose, SignedIn viewer) {
        return purposes.as(purpose, () -> page(inbound.get(id, Evidence.How.PAGE, viewer.actor()), purpose));
    }

    private SubmissionPage page(Submission.Whole whole, Purpose purpose) {
        var one = whole.submission();
        var owner = one.course().routedTo();
        return new SubmissionPage(
                one.id(),
                inbound.form(one.origin().form()),
                inbound.edition(one.origin().edition()),
                new SubmissionPage.Who(
                        one.person(),
                        inbound.name(one.person()),
                        one.origin().email(),
                        one.origin().language()),
                whole.answers(),
                new SubmissionPage.Course(
                        "taken",
                        one.course().sentAt(),
                        one.course().confirmedAt(),
                        null,
                        owner == null ? null : staff.names(List.of(owner)).get(owner)),
                purpose.code());
    }

    @GetMapping("/arrivals/{id}")
    @Needs(purpose = Purpose.CUSTOMER, whole = true)
    SubmissionPage waiting(@PathVariable UUID id) {
        return purposes.as(Purpose.CUSTOMER, () -> {
            var one = inbound.arrival(id);
            var answers = one.answers().stream()
                    .map(answer -> new Submission.Answer(
                            id, answer.field(), answer.question(), answer.value(), answer.wording(), null, null))
                    .toList();
            return new SubmissionPage(
                    id,
                    inbound.form(one.form()),
                    inbound.edition(one.edition()),
                    new SubmissionPage.Who(
                            null,
                            one.sender().name(),
                            one.sender().email(),
                            one.sender().language()),
                    answers,
                    new SubmissionPage.Course(
                            one.state().code(),
                            one.course().sentAt(),
                            null,
                            one.course().sentAt().plus(Tidying.WAITS),
                            null),
                    Purpose.CUSTOMER.code());
        });
    }

    @PostMapping("/arrivals/{id}/taking")
    Redirect take(@PathVariable UUID id, SignedIn viewer, Flash flash) {
        inbound.take(id, viewer.account());
        flash.done("forms.taken");
        return Redirect.to("/forms/submissions/" + id);
    }

    @PostMapping("/arrivals/{id}/removal")
    Redirect remove(@PathVariable UUID id, Actor actor, Flash flash) {
        var form = inbound.arrival(id).form();
        inbound.remove(id, actor);
        flash.done("forms.setAside");
        return Redirect.to("/forms/" + form + "/submissions");
    }
}
