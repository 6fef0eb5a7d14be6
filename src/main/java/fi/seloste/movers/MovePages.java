package fi.seloste.movers;

import fi.seloste.base.Day;
import fi.seloste.base.Ids;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.imports.ImportId;
import fi.seloste.newsletters.Newsletters;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Option;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Moving here from another mailing tool: bring its export, say what the lists become, then look at the people as at every import. */
@Controller
@RequestMapping("/imports/moves")
@Needs(purpose = Purpose.CUSTOMER, action = Action.CHANGE, whole = true)
class MovePages {

    private final Moving moving;
    private final Newsletters newsletters;

    MovePages(Moving moving, Newsletters newsletters) {
        this.moving = moving;
        this.newsletters = newsletters;
    }

    @GetMapping
    MovesPage list(@RequestParam(required = false) @Nullable String after) {
        return new MovesPage(moving.list(Paging.of(null, after)), Errors.none());
    }

    @PostMapping
    Reply bring(@RequestParam(required = false) @Nullable MultipartFile file, SignedIn viewer) throws IOException {
        try {
            if (file == null
                    || Objects.requireNonNullElse(file.getOriginalFilename(), "")
                            .isEmpty()) {
                throw Problem.invalid("file", "imports.file.choose");
            }
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "export");
            return to(moving.bring(name, file.getBytes(), viewer.actor()));
        } catch (Problem.Invalid e) {
            return new MovesPage(moving.list(Paging.of(null, null)), Errors.of(e));
        }
    }

    @GetMapping("/{id}")
    MovePage one(@PathVariable UUID id, SignedIn viewer) {
        return page(id, Map.of(), Errors.none(), viewer);
    }

    @PostMapping("/{id}")
    Reply decide(@PathVariable UUID id, @RequestParam Map<String, String> sent, SignedIn viewer) {
        try {
            return Redirect.to("/imports/"
                    + moving.decide(id, decision(sent), viewer.actor()).importId());
        } catch (Problem.Invalid e) {
            return page(id, sent, Errors.of(e), viewer);
        }
    }

    @PostMapping("/{id}/undo")
    Reply undo(@PathVariable UUID id, SignedIn viewer, Flash flash) {
        moving.undo(id, viewer.actor());
        flash.done("movers.undone");
        return Redirect.to("/imports/moves/" + id);
    }

    private static Moving.Decision decision(Map<String, String> sent) {
        var topics = new HashMap<UUID, UUID>();
        sent.forEach((field, value) -> {
            if (field.startsWith("list.") && !value.isBlank()) {
                topics.put(Ids.parse("list", field.substring("list.".length())), Ids.parse("list", value));
            }
        });
        var on = sent.getOrDefault("on", "");
        return new Moving.Decision(
                topics,
                sent.get("words"),
                sent.get("where"),
                on.isBlank() ? null : Day.parse("on", on),
                "true".equals(sent.get("attested")));
    }

    private MovePage page(UUID id, Map<String, String> sent, Errors errors, SignedIn viewer) {
        List<Option> topics = new ArrayList<>(newsletters.open().stream()
                .map(one -> new Option(one.id().toString(), one.name(viewer.locale())))
                .toList());
        var move = moving.get(id);
        return new MovePage(move, moving.to(new ImportId(move.importId())).many(), topics, sent, errors);
    }

    private static Redirect to(Move move) {
        return Redirect.to("/imports/moves/" + move.id());
    }
}
