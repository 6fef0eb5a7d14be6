package fi.seloste.flows;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Register;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lays out into which flows somebody can be let in. Whom marketing does not see has no such page. */
@Component
class Choosing {

    private final Flows flows;
    private final Whereabouts whereabouts;
    private final Register register;
    private final Evidence evidence;

    Choosing(Flows flows, Whereabouts whereabouts, Register register, Evidence evidence) {
        this.flows = flows;
        this.whereabouts = whereabouts;
        this.register = register;
        this.evidence = evidence;
    }

    @As(Purpose.MARKETING)
    ChoicePage page(PersonId id, Errors errors, Actor actor) {
        var person = register.find(id).orElseThrow(() -> Problem.notFound("person"));
        evidence.consulted(actor, Evidence.How.PAGE, List.of(id));
        var within = Set.copyOf(whereabouts.of(id));
        return new ChoicePage(
                id,
                person.name().shown(),
                open().filter(flow -> !within.contains(flow.id()))
                        .map(flow -> new Option(flow.id().toString(), flow.name()))
                        .toList(),
                open().filter(flow -> within.contains(flow.id()))
                        .map(Flow::name)
                        .toList(),
                errors);
    }

    private Stream<Flow> open() {
        return flows.open().stream();
    }
}
