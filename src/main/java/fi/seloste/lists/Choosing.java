package fi.seloste.lists;

import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.OrganisationQuery;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.PeopleQuery;
import fi.seloste.register.Register;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds whom an act concerns, in the running purpose: the rows that were chosen, or all that a list finds. */
@Component
class Choosing {

    private static final int NAMED = 20;

    private final Register register;
    private final OrganisationRegister organisations;

    Choosing(Register register, OrganisationRegister organisations) {
        this.register = register;
        this.organisations = organisations;
    }

    Concerned chosen(Wish wish, Actor actor) {
        var kind = wish.at().kind();
        var ids = wish.ids();
        refuseBeyond(ids.size(), wish.act().most());
        var seen = kind == Kind.PEOPLE
                ? register.visible(ids.stream().map(PersonId::new).toList()).stream()
                        .map(PersonId::value)
                        .toList()
                : organisations.rows(ids.stream().map(OrganisationId::new).toList()).stream()
                        .map(row -> row.id().value())
                        .toList();
        return concerned(kind, seen, ids.size() - seen.size(), actor);
    }

    Concerned all(ListAddress at, int most, Actor actor) {
        var ids = at.kind() == Kind.PEOPLE
                ? register.all(PeopleQuery.of(at.words()).filter(), most + 1).stream()
                        .map(PersonId::value)
                        .toList()
                : organisations.all(OrganisationQuery.of(at.words()), most + 1).stream()
                        .map(OrganisationId::value)
                        .toList();
        refuseBeyond(ids.size(), most);
        return concerned(at.kind(), ids, 0, actor);
    }

    private static void refuseBeyond(int size, int most) {
        if (size > most) {
            throw Problem.invalid("id", "lists.chosen.tooMany", most);
        }
    }

    private Concerned concerned(Kind kind, List<UUID> ids, int hidden, Actor actor) {
        if (ids.isEmpty()) {
            throw Problem.invalid("id", "lists.chosen.nobody");
        }
        var first = ids.subList(0, Math.min(NAMED, ids.size()));
        var names = kind == Kind.PEOPLE
                ? register.rows(first.stream().map(PersonId::new).toList(), Evidence.How.LIST, actor).stream()
                        .map(row -> new Concerned.Name(
                                row.name(),
                                row.employer() == null ? "" : row.employer().name()))
                        .toList()
                : organisations.rows(first.stream().map(OrganisationId::new).toList()).stream()
                        .map(row -> new Concerned.Name(
                                row.name(), text(row.numbers().businessId())))
                        .toList();
        return new Concerned(ids, names, hidden);
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
