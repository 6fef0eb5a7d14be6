package fi.seloste.lists;

import fi.seloste.base.Problem;
import fi.seloste.register.ViewShelf;
import fi.seloste.staff.Anybody;
import fi.seloste.staff.SignedIn;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Naming lists: a view keeps the words of an address and shows nobody by itself. */
@Controller
@RequestMapping({"/people/views", "/organisations/views"})
@Anybody
class ViewPages {

    private final ViewShelf shelf;
    private final Heads heads;

    ViewPages(ViewShelf shelf, Heads heads) {
        this.shelf = shelf;
        this.heads = heads;
    }

    @GetMapping
    ViewsPage views(HttpServletRequest request, SignedIn viewer) {
        var kind = Kind.of(request);
        return new ViewsPage(kind, heads.views(kind, viewer), viewer.id());
    }

    @GetMapping("/new")
    NewViewPage name(@RequestParam Map<String, String> query, HttpServletRequest request) {
        return new NewViewPage(ListAddress.of(Kind.of(request), query).begun(), "", false, Errors.none());
    }

    @PostMapping
    Reply save(
            @RequestParam String list,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "false") boolean opens,
            HttpServletRequest request,
            SignedIn viewer,
            Flash flash) {
        var kind = Kind.of(request);
        var at = ListAddress.parse(kind, list).begun();
        try {
            var id = shelf.save(new ViewShelf.New(kind.entity(), name, at.query(), shared), viewer.id());
            if (opens) {
                shelf.open(kind.entity(), id, viewer.id());
            }
        } catch (Problem.Invalid problem) {
            return new NewViewPage(at, name, shared, Errors.of(problem));
        }
        flash.done("lists.view.saved", name.strip());
        return Redirect.to(at.url());
    }

    @PostMapping("/{id}")
    Redirect change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            HttpServletRequest request,
            SignedIn viewer,
            Flash flash) {
        shelf.change(id, name, shared, viewer.id());
        flash.done("lists.view.changed", name.strip());
        return Redirect.to(Kind.of(request).path() + "/views");
    }

    @PostMapping("/{id}/removal")
    Redirect remove(@PathVariable UUID id, HttpServletRequest request, SignedIn viewer, Flash flash) {
        shelf.remove(id, viewer.id());
        flash.done("lists.view.removed");
        return Redirect.to(Kind.of(request).path() + "/views");
    }

    @PostMapping("/{id}/opening")
    Redirect open(@PathVariable UUID id, HttpServletRequest request, SignedIn viewer, Flash flash) {
        shelf.open(Kind.of(request).entity(), id, viewer.id());
        flash.done("lists.view.opened");
        return Redirect.to(Kind.of(request).path() + "/views");
    }

    @PostMapping("/opening")
    Redirect openWithAll(HttpServletRequest request, SignedIn viewer, Flash flash) {
        shelf.openWithAll(Kind.of(request).entity(), viewer.id());
        flash.done("lists.view.openedAll");
        return Redirect.to(Kind.of(request).path() + "/views");
    }
}
