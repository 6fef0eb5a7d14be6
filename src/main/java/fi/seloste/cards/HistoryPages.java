package fi.seloste.cards;

import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Register;
import fi.seloste.register.Timeline;
import fi.seloste.store.Purposes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The history of a person's or an organisation's fields. */
@Controller
@Reads
class HistoryPages {

    private static final int SHOWN = 50;

    private final Register register;
    private final OrganisationRegister organisations;
    private final Timeline timeline;
    private final Stories stories;
    private final Purposes purposes;

    HistoryPages(
            Register register,
            OrganisationRegister organisations,
            Timeline timeline,
            Stories stories,
            Purposes purposes) {
        this.register = register;
        this.organisations = organisations;
        this.timeline = timeline;
        this.stories = stories;
        this.purposes = purposes;
    }

    @GetMapping({"/people/{id}/history", "/organisations/{id}/history"})
    HistoryPage history(
            Viewpoint at,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(required = false) @Nullable String after) {
        if (!at.seesHistory()) {
            throw Problem.notAllowed("cards.notIn.person", at.purpose().code());
        }
        return purposes.as(at.purpose(), () -> page(at, field, after));
    }

    private HistoryPage page(Viewpoint at, String field, @Nullable String after) {
        if (at.isPerson()) {
            register.see(at.person(), Evidence.How.PAGE, at.actor());
        } else {
            organisations.get(at.organisation());
        }
        var read = timeline.history(at.party(), field.isBlank() ? null : field, SHOWN, after);
        return new HistoryPage(at, field, read.items(), read.next(), stories.names(read.items().stream()));
    }
}
