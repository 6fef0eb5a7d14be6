package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.register.Ability;
import fi.seloste.register.Tagging;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tags: those that stay ticked stay, and new ones are written with commas between. */
@Controller
@RequestMapping({"/people/{id}/tags", "/organisations/{id}/tags"})
@Writes
class TagPages {

    private final Tagging tagging;
    private final Purposes purposes;

    TagPages(Tagging tagging, Purposes purposes) {
        this.tagging = tagging;
        this.purposes = purposes;
    }

    @GetMapping
    TagPage tags(Viewpoint at) {
        at.must(at.isPerson() ? Ability.TAG_PEOPLE : Ability.TAG_ORGANISATIONS);
        return page(at, Errors.none());
    }

    @PostMapping
    Reply save(
            Viewpoint at,
            @RequestParam(required = false) @Nullable List<String> tag,
            @RequestParam(defaultValue = "") String value) {
        at.must(at.isPerson() ? Ability.TAG_PEOPLE : Ability.TAG_ORGANISATIONS);
        try {
            purposes.as(at.purpose(), () -> keep(at, tag == null ? List.of() : tag, value));
            return Redirect.to(at.home());
        } catch (Problem.Invalid problem) {
            return page(at, Errors.of(problem));
        }
    }

    private void keep(Viewpoint at, List<String> kept, String written) {
        var wanted = new HashSet<>(kept);
        tagging.of(at.party()).stream()
                .filter(there -> !wanted.contains(there))
                .forEach(gone -> tagging.remove(at.party(), gone, at.actor()));
        for (var one : written.split(",")) {
            if (!one.isBlank()) {
                tagging.add(at.party(), one, at.actor());
            }
        }
    }

    private TagPage page(Viewpoint at, Errors errors) {
        return purposes.as(
                at.purpose(),
                () -> new TagPage(
                        at,
                        tagging.of(at.party()),
                        at.isPerson() ? tagging.ofPeople() : tagging.ofOrganisations(),
                        errors));
    }
}
