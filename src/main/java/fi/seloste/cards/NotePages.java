package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.register.Ability;
import fi.seloste.register.Note;
import fi.seloste.register.Notebook;
import fi.seloste.register.Stale;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Notes, calls, meetings and tasks: write, change, pin, do, take away. */
@Controller
@RequestMapping({"/people/{id}/notes", "/organisations/{id}/notes"})
@Writes
class NotePages {

    private final Notebook notebook;
    private final Purposes purposes;

    NotePages(Notebook notebook, Purposes purposes) {
        this.notebook = notebook;
        this.purposes = purposes;
    }

    @GetMapping("/new")
    NotePage blank(Viewpoint at, @RequestParam(defaultValue = "note") String kind) {
        at.must(Ability.NOTE);
        return NotePage.fresh(at, new NoteForm(Note.Kind.of(kind).code(), "", "", "", null), Errors.none());
    }

    @PostMapping
    Reply write(Viewpoint at, NoteForm form) {
        at.must(Ability.NOTE);
        try {
            purposes.as(at.purpose(), () -> notebook.write(at.party(), form.note(at.zone()), at.actor()));
            return Redirect.to(at.home());
        } catch (Problem.Invalid problem) {
            return NotePage.fresh(at, form, Errors.of(problem));
        }
    }

    @GetMapping("/{note}")
    NotePage edit(Viewpoint at, @PathVariable UUID note) {
        at.must(Ability.NOTE);
        var there = purposes.as(at.purpose(), () -> mine(at, note));
        var due = there.dueOn() == null ? "" : there.dueOn().toString();
        var form = new NoteForm(there.kind().code(), there.text(), "", due, there.version());
        return new NotePage(at, note.toString(), form.shown(), Errors.none(), List.of());
    }

    @PostMapping("/{note}")
    Reply change(Viewpoint at, @PathVariable UUID note, NoteForm form) {
        at.must(Ability.NOTE);
        var sent = form.shown();
        try {
            on(at, note, id -> notebook.change(id, sent.words(), Days.day("dueOn", sent.dueOn()), version(sent)));
            return Redirect.to(at.home());
        } catch (Problem.Invalid problem) {
            return new NotePage(at, note.toString(), sent, Errors.of(problem), List.of());
        } catch (Problem.Conflict conflict) {
            return afterConflict(at, note, sent, conflict);
        }
    }

    @PostMapping("/{note}/{act:pin|unpin|done|reopening}")
    Reply mark(Viewpoint at, @PathVariable UUID note, @PathVariable String act) {
        at.must(Ability.NOTE);
        on(
                at,
                note,
                switch (act) {
                    case "pin" -> notebook::pin;
                    case "unpin" -> notebook::unpin;
                    case "done" -> notebook::done;
                    default -> notebook::reopen;
                });
        return Redirect.to(at.home());
    }

    @GetMapping("/{note}/removal")
    RemovalPage beforeRemoval(Viewpoint at, @PathVariable UUID note) {
        at.must(Ability.NOTE);
        var there = purposes.as(at.purpose(), () -> mine(at, note));
        return new RemovalPage(at, "cards.note.remove", there.text(), "/notes/" + note + "/removal");
    }

    @PostMapping("/{note}/removal")
    Reply remove(Viewpoint at, @PathVariable UUID note, Flash flash) {
        at.must(Ability.NOTE);
        on(at, note, notebook::remove);
        flash.done("cards.note.removed");
        return Redirect.to(at.home());
    }

    private void on(Viewpoint at, UUID note, Consumer<UUID> act) {
        purposes.as(at.purpose(), () -> act.accept(mine(at, note).id()));
    }

    private Note mine(Viewpoint at, UUID note) {
        if (!notebook.partyOf(note).equals(at.party())) {
            throw Problem.notFound("note");
        }
        return notebook.get(note);
    }

    private static int version(NoteForm form) {
        return form.version() == null ? 0 : form.version();
    }

    private static NotePage afterConflict(Viewpoint at, UUID note, NoteForm sent, Problem.Conflict conflict) {
        if (!conflict.key().equals(Stale.KEY)) {
            throw conflict;
        }
        var newer = new NoteForm(sent.kind(), sent.text(), sent.at(), sent.dueOn(), Conflicts.version(conflict));
        return new NotePage(at, note.toString(), newer, Errors.none(), Stale.both(conflict));
    }
}
