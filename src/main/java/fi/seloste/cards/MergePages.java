package fi.seloste.cards;

import fi.seloste.register.Ability;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two that are one: look, choose, merge, take it back; or say that they are two. */
@Controller
@RequestMapping({"/people/{id}", "/organisations/{id}"})
@Writes
class MergePages {

    private static final String FIELD = "take.";

    private final MergeDesk desk;
    private final Purposes purposes;

    MergePages(MergeDesk desk, Purposes purposes) {
        this.desk = desk;
        this.purposes = purposes;
    }

    @GetMapping("/merge")
    MergeSearchPage search(Viewpoint at, @RequestParam(defaultValue = "") String q) {
        at.must(Ability.MERGE);
        return purposes.as(at.purpose(), () -> desk.search(at, q));
    }

    @GetMapping("/merge/{other}")
    MergePage preview(Viewpoint at, @PathVariable UUID other) {
        at.must(Ability.MERGE);
        return purposes.as(at.purpose(), () -> desk.preview(at, other));
    }

    @PostMapping("/merge/{other}")
    Reply merge(Viewpoint at, @PathVariable UUID other, @RequestParam Map<String, String> form, Flash flash) {
        at.must(Ability.MERGE);
        var fromGone = form.entrySet().stream()
                .filter(e -> e.getKey().startsWith(FIELD) && e.getValue().equals("gone"))
                .map(e -> e.getKey().substring(FIELD.length()))
                .toList();
        var merge = purposes.as(at.purpose(), () -> desk.merge(at, other, fromGone));
        flash.undoable(at.to("/merges/" + merge + "/undoing"), "cards.merge.done");
        return Redirect.to(at.home());
    }

    @PostMapping("/merges/{merge}/undoing")
    Reply undo(Viewpoint at, @PathVariable UUID merge, Flash flash) {
        at.must(Ability.MERGE);
        purposes.as(at.purpose(), () -> desk.undo(at, merge));
        flash.done("cards.merge.undone");
        return Redirect.to(at.home());
    }

    @PostMapping("/kept-apart/{other}")
    Reply keepApart(Viewpoint at, @PathVariable UUID other, Flash flash) {
        at.must(Ability.MERGE);
        purposes.as(at.purpose(), () -> desk.keepApart(at, other));
        flash.done("cards.twin.keptApart");
        return Redirect.to(at.home());
    }
}
