package fi.seloste.lists;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Acts on many at once. Each is shown first with whom it touches, and the form carries exactly those. */
@Controller
@RequestMapping({"/people", "/organisations"})
@Needs(
        purpose = {Purpose.CUSTOMER, Purpose.SUPPORT, Purpose.MARKETING},
        action = Action.CHANGE,
        chosen = true)
class ChosenPages {

    private final Acting acting;

    ChosenPages(Acting acting) {
        this.acting = acting;
    }

    /** All that the list finds, or those whom the address names. */
    @GetMapping("/chosen")
    ChosenPage all(
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "") List<String> id,
            HttpServletRequest request,
            Purpose purpose,
            Actor actor) {
        var at = ListAddress.of(Kind.of(request), query).begun();
        var act = ChosenAct.of(query.getOrDefault("act", ""), at.kind(), purpose);
        return acting.preview(new Wish(at, purpose, act, Concerned.parse(id), ""), id.isEmpty(), actor);
    }

    /** The rows that were ticked. */
    @PostMapping("/chosen")
    ChosenPage some(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") List<String> id,
            HttpServletRequest request,
            HttpServletResponse response,
            Purpose purpose,
            Actor actor) {
        stay(response);
        var at = ListAddress.parse(Kind.of(request), list);
        var wanted = ChosenAct.of(act, at.kind(), purpose);
        return acting.preview(new Wish(at, purpose, wanted, Concerned.parse(id), ""), false, actor);
    }

    /** Done to those who were shown, in one transaction; what was written wrongly comes back with its sentence. */
    @PostMapping({"/tagging", "/untagging", "/ownership", "/ban"})
    Reply act(
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response,
            Purpose purpose,
            Actor actor,
            Flash flash) {
        var at = ListAddress.parse(Kind.of(request), form.getOrDefault("list", ""));
        var act = ChosenAct.at(request.getRequestURI(), at.kind(), purpose);
        var ids = Concerned.parse(List.of(form.getOrDefault("id", "")));
        var wish = new Wish(
                at, purpose, act, ids, form.getOrDefault(act.field(), "").strip());
        try {
            flash.done("lists.done." + act.code(), acting.act(wish, actor), wish.written());
            return Redirect.to(at.url());
        } catch (Problem.Invalid problem) {
            stay(response);
            return acting.again(wish, Errors.of(problem), actor);
        }
    }

    /** What was sent cannot be asked for by its address: a page loaded anew is the list. */
    private static void stay(HttpServletResponse response) {
        response.setHeader("HX-Push-Url", "false");
    }
}
