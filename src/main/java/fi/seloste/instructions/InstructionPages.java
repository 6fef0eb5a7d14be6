package fi.seloste.instructions;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Anybody;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Instructions: everybody reads and acknowledges; the privacy officer writes them and sees who has read. */
@Controller
@RequestMapping("/instructions")
@Needs(purpose = Purpose.RIGHTS, action = Action.CHANGE)
class InstructionPages {

    private final Instructions instructions;
    private final Staff staff;

    InstructionPages(Instructions instructions, Staff staff) {
        this.instructions = instructions;
        this.staff = staff;
    }

    @GetMapping
    @Anybody
    InstructionListPage list(SignedIn viewer) {
        var officer = isOfficer(viewer);
        return new InstructionListPage(
                instructions.list().stream()
                        .filter(one -> officer || one.isInForce())
                        .map(one -> row(one, viewer, officer))
                        .toList(),
                officer,
                instructions.today());
    }

    private InstructionListPage.Row row(Instruction one, SignedIn viewer, boolean officer) {
        return new InstructionListPage.Row(
                one,
                one.isFor(viewer.permissions()),
                instructions.hasRead(one, viewer.id()),
                instructions.due(one, viewer.account()),
                officer && one.isInForce() ? instructions.progress(one.id()) : null);
    }

    @GetMapping("/new")
    InstructionFormPage fresh() {
        return fresh(InstructionForm.empty(), Errors.none());
    }

    private static InstructionFormPage fresh(InstructionForm form, Errors errors) {
        return new InstructionFormPage("/instructions", true, form, errors);
    }

    @PostMapping
    Reply publish(InstructionForm form, Actor actor, Flash flash) {
        try {
            var id = instructions.publish(form.wording(), actor);
            flash.done("instructions.published");
            return to(id);
        } catch (Problem.Invalid e) {
            return fresh(form, Errors.of(e));
        }
    }

    @GetMapping("/{id}")
    @Anybody
    InstructionPage one(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer edition, SignedIn viewer) {
        var one = instructions.get(id);
        var editions = instructions.editions(id);
        var shown = editions.stream()
                .filter(each -> edition == null || each.number() == edition)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("instruction"));
        return new InstructionPage(
                one,
                shown,
                editions,
                new InstructionPage.Mine(
                        one.isFor(viewer.permissions()),
                        instructions.hasRead(one, viewer.id()),
                        instructions.due(one, viewer.account())),
                isOfficer(viewer) ? instructions.progress(id) : null,
                instructions.today());
    }

    @PostMapping("/{id}/acknowledgement")
    @Anybody
    Redirect acknowledge(@PathVariable UUID id, @RequestParam int edition, SignedIn viewer, Flash flash) {
        instructions.acknowledge(id, edition, viewer.account());
        flash.done("instructions.thanks");
        return to(id);
    }

    @GetMapping("/{id}/edition")
    InstructionFormPage next(@PathVariable UUID id) {
        return next(id, InstructionForm.of(instructions.get(id)), Errors.none());
    }

    private static InstructionFormPage next(UUID id, InstructionForm form, Errors errors) {
        return new InstructionFormPage("/instructions/" + id + "/edition", false, form, errors);
    }

    @PostMapping("/{id}/edition")
    Reply revise(@PathVariable UUID id, InstructionForm form, Actor actor, Flash flash) {
        try {
            var seen = Objects.requireNonNullElse(form.edition(), 0);
            instructions.revise(id, form.wording(), form.isMaterial(), seen, actor);
            flash.done("instructions.published");
            return to(id);
        } catch (Problem.Invalid e) {
            return next(id, form, Errors.of(e));
        }
    }

    @PostMapping("/{id}/withdrawal")
    Redirect withdraw(@PathVariable UUID id, Actor actor, Flash flash) {
        instructions.withdraw(id, actor);
        flash.done("instructions.isWithdrawn");
        return to(id);
    }

    @GetMapping("/staff/{account}")
    @Needs(purpose = Purpose.RIGHTS)
    StaffLogPage log(@PathVariable AccountId account) {
        var who = staff.account(account);
        var waiting = who.isDisabled() ? List.<Instruction>of() : instructions.waiting(who, staff.permissions(account));
        return new StaffLogPage(
                who.name(),
                instructions.of(account),
                waiting.stream()
                        .map(one -> new StaffLogPage.Waiting(one, instructions.due(one, who)))
                        .toList(),
                instructions.today());
    }

    private static boolean isOfficer(SignedIn viewer) {
        return viewer.permissions().mayWhole(Purpose.RIGHTS, Action.SEE);
    }

    private static Redirect to(UUID id) {
        return Redirect.to("/instructions/" + id);
    }
}
