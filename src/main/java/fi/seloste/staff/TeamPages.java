package fi.seloste.staff;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.store.Purpose;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Teams: whose customers one may see where the permission says "team". */
@Controller
@RequestMapping("/teams")
@Needs(purpose = Purpose.TECHNICAL, action = Action.MANAGE)
class TeamPages {

    private final StaffDesk desk;
    private final Staff staff;

    TeamPages(StaffDesk desk, Staff staff) {
        this.desk = desk;
        this.staff = staff;
    }

    @GetMapping
    TeamListPage list() {
        return page(Errors.none());
    }

    @PostMapping
    Reply make(@RequestParam(defaultValue = "") String name, Actor actor, Flash flash) {
        try {
            desk.makeTeam(name, actor);
        } catch (Problem.Invalid problem) {
            return page(Errors.of(problem));
        }
        flash.done("staff.team.made", name.strip());
        return Redirect.to("/teams");
    }

    @PostMapping("/{id}")
    Redirect set(
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam(defaultValue = "") List<UUID> member,
            Actor actor,
            Flash flash) {
        desk.setTeam(id, name, member, actor);
        flash.done("staff.team.saved", name.strip());
        return Redirect.to("/teams");
    }

    @PostMapping("/{id}/removal")
    Redirect remove(@PathVariable UUID id, Actor actor, Flash flash) {
        desk.removeTeam(id, actor);
        flash.done("staff.team.removed");
        return Redirect.to("/teams");
    }

    private TeamListPage page(Errors errors) {
        var teams = desk.teams().stream()
                .map(team -> new TeamListPage.Team(
                        team.teamId().toString(),
                        team.name(),
                        team.members().stream().map(UUID::toString).toList()))
                .toList();
        var colleagues = staff.accounts().stream()
                .filter(account -> !account.isDisabled())
                .map(account -> new TeamListPage.Colleague(account.id().toString(), account.name()))
                .toList();
        return new TeamListPage(teams, colleagues, errors);
    }
}
