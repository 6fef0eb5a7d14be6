package fi.seloste.imports;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.intake.Mapping;
import fi.seloste.intake.Target;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Bringing a file of people: choose it, say what its columns are and where it comes from, look, commit, take back. */
@Controller
@RequestMapping("/imports")
@Needs(purpose = Purpose.CUSTOMER, action = Action.CHANGE, whole = true)
class ImportPages {

    private final Imports imports;
    private final Preview preview;
    private final Samples samples;
    private final List<Attached> attached;

    ImportPages(Imports imports, Preview preview, Samples samples, List<Attached> attached) {
        this.imports = imports;
        this.preview = preview;
        this.samples = samples;
        this.attached = attached;
    }

    @GetMapping
    @Needs(purpose = Purpose.CUSTOMER, whole = true)
    ImportsPage list() {
        return new ImportsPage(imports.newest(50), Errors.none());
    }

    @PostMapping
    Reply receive(@RequestParam(required = false) @Nullable MultipartFile file, Actor actor) {
        if (file == null || String.valueOf(file.getOriginalFilename()).isEmpty()) {
            return new ImportsPage(imports.newest(50), Errors.of(missing()));
        }
        try {
            return Redirect.to("/imports/"
                    + imports.receive(ImportsApi.content(file), actor).id() + "/columns");
        } catch (Problem.Invalid problem) {
            return new ImportsPage(imports.newest(50), Errors.of(problem));
        }
    }

    private static Problem.Invalid missing() {
        return Problem.invalid("file", "imports.file.choose");
    }

    @GetMapping("/{id}/columns")
    Reply columns(@PathVariable ImportId id) {
        var entry = imports.get(id);
        return entry.content().kept()
                        && (entry.state() == Import.State.MAPPING || entry.state() == Import.State.PREVIEW)
                ? samples.page(entry, ColumnsPage.Chosen.of(entry), Errors.none())
                : Redirect.to("/imports/" + id);
    }

    @PostMapping("/{id}/columns")
    Reply decide(@PathVariable ImportId id, @RequestParam MultiValueMap<String, String> form, Actor actor) {
        var entry = imports.get(id);
        var chosen = new ColumnsPage.Chosen(
                mapping(entry, form.getOrDefault("column", List.of())),
                String.valueOf(form.getFirst("source")),
                form.getFirst("sourceDetail") == null ? "" : String.valueOf(form.getFirst("sourceDetail")));
        try {
            imports.decide(id, chosen.mapping(), chosen.sourcing(), actor);
            return Redirect.to("/imports/" + id);
        } catch (Problem.Invalid problem) {
            return samples.page(entry, chosen, Errors.of(problem));
        }
    }

    /** The form sends what becomes of each column in the file's order. */
    private static Mapping mapping(Import entry, List<String> codes) {
        var targets = new LinkedHashMap<String, Target>();
        entry.content().mapping().targets().forEach((header, target) -> {
            int place = targets.size();
            targets.put(header, place < codes.size() ? Target.parse(codes.get(place)) : target);
        });
        return new Mapping(targets);
    }

    @GetMapping("/{id}")
    @Needs(purpose = Purpose.CUSTOMER, whole = true)
    Reply show(
            @PathVariable ImportId id,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "0") long after,
            HttpServletResponse response,
            Actor actor) {
        var entry = imports.get(id);
        if (entry.state() == Import.State.MAPPING) {
            return Redirect.to("/imports/" + id + "/columns");
        }
        if (entry.isWorking()) {
            response.setHeader("Refresh", "3"); // for browsers without script; the others ask each second
        }
        return page(entry, tab, after, actor);
    }

    /** Asked each second while the work goes on; at its end the whole page is loaded anew. */
    @GetMapping("/{id}/progress")
    @Needs(purpose = Purpose.CUSTOMER, whole = true)
    Reply progress(@PathVariable ImportId id, HttpServletResponse response, Actor actor) {
        var entry = imports.get(id);
        if (!entry.isWorking()) {
            response.setHeader("HX-Redirect", "/imports/" + id);
        }
        return page(entry, "", 0, actor);
    }

    private ImportPage page(Import entry, String tab, long after, Actor actor) {
        if (entry.state() != Import.State.PREVIEW || tab.equals("faults")) {
            var kept = entry.state() == Import.State.UNDONE ? imports.kept(entry.id()) : List.<Kept>of();
            return new ImportPage(
                    entry,
                    null,
                    List.of(),
                    List.of(),
                    preview.faults(entry.id(), after, Preview.PAGE + 1),
                    kept,
                    after);
        }
        var kind = kind(entry, tab);
        var rows = preview.rows(entry.id(), kind, after, actor);
        return new ImportPage(entry, kind, rows, preview.differences(entry.id(), rows), List.of(), List.of(), after);
    }

    private static Preview.Kind kind(Import entry, String tab) {
        for (var kind : Preview.Kind.values()) {
            if (kind.code().equals(tab)) {
                return kind;
            }
        }
        return entry.counts().fresh() > 0 || entry.counts().changed() == 0 ? Preview.Kind.NEW : Preview.Kind.CHANGED;
    }

    @PostMapping("/{id}/commit")
    Reply commit(
            @PathVariable ImportId id,
            @RequestParam(defaultValue = "keep") String differing,
            @RequestParam(defaultValue = "leave") String erased,
            Actor actor) {
        imports.commit(id, new Import.Choices(differing.equals("update"), erased.equals("given")), actor);
        return Redirect.to("/imports/" + id);
    }

    @GetMapping("/{id}/undo")
    UndoPage beforeUndo(@PathVariable ImportId id) {
        var leaving = attached.stream().map(one -> one.to(id)).reduce(Attached.Leaving.NOTHING, Attached.Leaving::and);
        return new UndoPage(imports.get(id), imports.outlook(id, leaving), leaving.many());
    }

    @PostMapping("/{id}/undo")
    Reply undo(@PathVariable ImportId id, Actor actor, Flash flash) {
        var entry = imports.undo(id, actor);
        if (entry.state() == Import.State.UNDONE) {
            flash.done(
                    entry.times().committedAt() == null ? "imports.discarded" : "imports.undone",
                    entry.content().name());
        }
        return Redirect.to(entry.times().committedAt() == null ? "/imports" : "/imports/" + id);
    }
}
