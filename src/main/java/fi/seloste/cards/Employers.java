package fi.seloste.cards;

import fi.seloste.base.Actor;
import fi.seloste.base.Folded;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.Problem;
import fi.seloste.register.NewOrganisation;
import fi.seloste.register.Organisation;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Origin;
import fi.seloste.register.Search;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the organisation that a form means: the chosen one, the only one of this name, or a new one that was asked for. */
@Component
class Employers {

    private static final int SHOWN = 8;

    private final OrganisationRegister register;
    private final Search search;

    Employers(OrganisationRegister register, Search search) {
        this.register = register;
        this.search = search;
    }

    /** Tells apart what one can choose from; several of one name, or none, is for the writer of the form to say. */
    OrganisationId meant(Employer written, Origin origin, Actor actor) {
        var id = Objects.requireNonNullElse(written.id(), "");
        var name = Objects.requireNonNullElse(written.name(), "");
        if (id.equals(Employer.NEW)) {
            return register.add(NewOrganisation.of(name, origin), actor);
        }
        if (!id.isBlank()) {
            return register.get(OrganisationId.valueOf(id)).id();
        }
        var named = matching(name).stream()
                .filter(o -> Folded.of(o.name()).equals(Folded.of(name)))
                .toList();
        if (named.size() == 1) {
            return named.getFirst().id();
        }
        throw Problem.invalid("organisation", name.isBlank() ? "cards.employer.missing" : "cards.employer.which", name);
    }

    Employer found(Employer written) {
        var name = Objects.requireNonNullElse(written.name(), "");
        var chosen = Objects.requireNonNullElse(written.id(), "");
        var ofId = chosen.isBlank() || chosen.equals(Employer.NEW)
                ? Stream.<Organisation>empty()
                : register.find(OrganisationId.valueOf(chosen)).stream();
        var found = Stream.concat(ofId, matching(name).stream())
                .distinct()
                .map(Employers::found)
                .toList();
        return new Employer(name, chosen, found);
    }

    private List<Organisation> matching(String name) {
        return search.organisations(name, SHOWN).stream()
                .flatMap(id -> register.find(id).stream())
                .toList();
    }

    private static Employer.Found found(Organisation one) {
        var note = Stream.of(one.numbers().businessId(), one.reach().domain())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return new Employer.Found(one.id().toString(), one.name(), note);
    }
}
