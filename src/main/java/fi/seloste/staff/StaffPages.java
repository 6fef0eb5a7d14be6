package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people who work here, for those who manage their accounts. */
@Controller
@RequestMapping("/staff")
@Needs(purpose = Purpose.TECHNICAL, action = Action.MANAGE)
class StaffPages {

    private final Staff staff;
    private final StaffDesk desk;
    private final Invitations invitations;
    private final Where where;

    StaffPages(Staff staff, StaffDesk desk, Invitations invitations, Where where) {
        this.staff = staff;
        this.desk = desk;
        this.invitations = invitations;
        this.where = where;
    }

    @GetMapping
    @Needs(purpose = Purpose.TECHNICAL)
    StaffListPage list(Permissions permissions) {
        return new StaffListPage(desk.rows(), permissions.may(Purpose.TECHNICAL, Action.MANAGE));
    }

    @GetMapping("/new")
    NewcomerPage ask(SignedIn viewer) {
        return NewcomerPage.of(NewcomerForm.empty(viewer.account().language()), Errors.none());
    }

    @PostMapping
    Reply make(NewcomerForm form, SignedIn viewer, HttpServletRequest request) {
        try {
            var permissions = form.permissions();
            if (!viewer.permissions().include(permissions)) {
                throw Problem.invalid("role", "staff.permission.beyond");
            }
            var id = staff.make(form.newcomer(viewer.account().zone()), permissions, viewer.actor());
            return desk.page(id, true, invitations.invite(id, where.origin(request), viewer.actor()), Errors.none());
        } catch (Problem.Invalid problem) {
            return NewcomerPage.of(form, Errors.of(problem));
        }
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.TECHNICAL)
    AccountPage show(@PathVariable AccountId id, Permissions permissions) {
        return desk.page(id, permissions.may(Purpose.TECHNICAL, Action.MANAGE), null, Errors.none());
    }

    @PostMapping("/{id}")
    Reply change(@PathVariable AccountId id, AccountForm form, Actor actor, Flash flash) {
        try {
            staff.change(form.applied(staff.account(id)), actor);
        } catch (Problem.Invalid problem) {
            return desk.page(id, true, null, Errors.of(problem));
        }
        flash.done("staff.account.saved");
        return Redirect.to("/staff/" + id);
    }

    /** One field a cell of the matrix: {@code support.see=team}. */
    @PostMapping("/{id}/permissions")
    Redirect permit(@PathVariable AccountId id, @RequestParam Map<String, String> sent, SignedIn viewer, Flash flash) {
        staff.permit(id, PermissionCells.read(sent), viewer.actor(), viewer.permissions());
        flash.done("staff.account.permitted");
        return Redirect.to("/staff/" + id);
    }

    /** The link stands on the page too, for where no mail leaves yet. */
    @PostMapping("/{id}/invitation")
    AccountPage invite(@PathVariable AccountId id, Actor actor, HttpServletRequest request) {
        return desk.page(id, true, invitations.invite(id, where.origin(request), actor), Errors.none());
    }

    @PostMapping("/{id}/closure")
    Redirect close(@PathVariable AccountId id, Actor actor, Flash flash) {
        staff.disable(id, actor);
        flash.undoable("/staff/" + id + "/reopening", "staff.account.closed");
        return Redirect.to("/staff/" + id);
    }

    @PostMapping("/{id}/reopening")
    Redirect reopen(@PathVariable AccountId id, Actor actor, Flash flash) {
        staff.enable(id, actor);
        flash.done("staff.account.reopened");
        return Redirect.to("/staff/" + id);
    }

    /** For somebody who lost the telephone and the paper. */
    @PostMapping("/{id}/second-factor/removal")
    Redirect endFactor(@PathVariable AccountId id, Actor actor, Flash flash) {
        desk.endFactor(id, actor);
        flash.done("staff.own.factorEnded");
        return Redirect.to("/staff/" + id);
    }
}
