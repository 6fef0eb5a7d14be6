package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The desk, in the order of its work: see what waits, take in, open, look at the plan, answer. */
@Controller
@RequestMapping("/rights")
@Needs(purpose = Purpose.RIGHTS)
class RequestPages {

    private final Rights rights;
    private final Answers answers;
    private final RequestLists lists;
    private final RequestDesk desk;
    private final Prefilled prefilled;
    private final CameWith came;

    RequestPages(
            Rights rights, Answers answers, RequestLists lists, RequestDesk desk, Prefilled prefilled, CameWith came) {
        this.rights = rights;
        this.answers = answers;
        this.lists = lists;
        this.desk = desk;
        this.prefilled = prefilled;
        this.came = came;
    }

    @GetMapping
    BoardPage board() {
        return lists.board(false);
    }

    @GetMapping("/calendar")
    BoardPage calendar() {
        return lists.board(true);
    }

    @GetMapping("/requests")
    RequestsPage list(
            @RequestParam(defaultValue = "open") String state, @RequestParam(required = false) @Nullable UUID after) {
        return lists.list(state, after);
    }

    @GetMapping("/receive")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    ReceivePage receive(
            @RequestParam(required = false) @Nullable String right,
            @RequestParam(required = false) @Nullable PersonId person,
            Locale language) {
        return new ReceivePage(codes(), prefilled.form(right, person, language), Errors.none());
    }

    @PostMapping("/requests")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Reply receive(
            ReceiveForm form, @RequestParam(required = false) @Nullable MultipartFile file, Actor actor, Flash flash) {
        try {
            CamePages.refuseLarge(file);
            var request = rights.receive(form.received(), actor);
            if (file != null && !file.isEmpty()) {
                CamePages.keep(came, request.id(), file, actor);
            }
            flash.done("rights.desk.received", request.number());
            return to(request.id());
        } catch (Problem.Invalid e) {
            return new ReceivePage(codes(), form.shown(), Errors.of(e));
        }
    }

    @GetMapping("/requests/{id}")
    RequestPage one(@PathVariable RequestId id, Actor actor, Locale language) {
        return desk.page(id, actor, language);
    }

    @GetMapping("/requests/{id}/plan")
    PlanPage plan(@PathVariable RequestId id, Locale language) {
        return plan(id, language, Errors.none());
    }

    private PlanPage plan(RequestId id, Locale language, Errors errors) {
        var request = rights.get(id);
        return new PlanPage(
                id.toString(),
                request.number(),
                request.isProved() && !request.isDecided(),
                answers.plan(id, language),
                errors);
    }

    @GetMapping("/requests/{id}/certificate")
    CertificatePage certificate(@PathVariable RequestId id) {
        return new CertificatePage(
                id.toString(), rights.get(id).number(), answers.certificate(id), answers.certified(id));
    }

    @GetMapping("/requests/{id}/package")
    @Needs(purpose = Purpose.RIGHTS, action = Action.EXPORT)
    ResponseEntity<InputStreamResource> download(@PathVariable RequestId id, Actor actor) {
        return AnswersApi.zip(rights.get(id).number(), new InputStreamResource(answers.open(id, actor)));
    }

    @PostMapping("/requests/{id}/fulfilment")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Reply fulfil(
            @PathVariable RequestId id,
            @RequestParam(defaultValue = "") String word,
            Actor actor,
            Locale language,
            Flash flash) {
        if (erasesSomebody(id) && !word.strip().equals(rights.get(id).number())) {
            return plan(
                    id,
                    language,
                    Errors.of(Problem.invalid(
                            "word", "rights.desk.erase.type", rights.get(id).number())));
        }
        var request = rights.fulfil(id, actor);
        if (request.state() == Request.State.CLOSED) {
            flash.done("rights.desk.closed", request.number());
        } else {
            flash.warn("rights.desk.partly", request.number());
        }
        return to(id);
    }

    /** What cannot be taken back is said by its number first. */
    private boolean erasesSomebody(RequestId id) {
        var request = rights.get(id);
        return request.right() == Right.ERASURE && request.asker().person() != null && !request.isDecided();
    }

    @PostMapping("/requests/{id}/tasks/{task}")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Reply task(
            @PathVariable RequestId id,
            @PathVariable UUID task,
            @RequestParam String state,
            @RequestParam(defaultValue = "") String evidence,
            Actor actor) {
        answers.taskDone(id, task, state, evidence, actor);
        return to(id);
    }

    @PostMapping("/requests/{id}/redactions/{redaction}")
    @Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
    Reply decide(@PathVariable RequestId id, @PathVariable UUID redaction, @RequestParam String decision, Actor actor) {
        answers.decide(id, redaction, !decision.equals("released"), actor);
        return to(id);
    }

    static Redirect to(RequestId id) {
        return Redirect.to("/rights/requests/" + id);
    }

    private static List<String> codes() {
        return Arrays.stream(Right.values()).map(Right::code).toList();
    }
}
