package fi.seloste.cards;

import fi.seloste.base.Folded;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Ability;
import fi.seloste.register.PeopleQuery;
import fi.seloste.register.PersonRow;
import fi.seloste.register.Register;
import fi.seloste.register.Search;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for those who are the same before a new person is saved, and saves. */
@Component
class NewcomerDesk {

    private static final int LOOKED_AT = 5;

    private final Register register;
    private final Search search;
    private final Employers employers;
    private final Choices choices;
    private final Days days;

    NewcomerDesk(Register register, Search search, Employers employers, Choices choices, Days days) {
        this.register = register;
        this.search = search;
        this.employers = employers;
        this.choices = choices;
        this.days = days;
    }

    NewcomerPage blank(Newly newly, @Nullable String organisation) {
        var form = NewcomerForm.empty(days.today(), organisation);
        return page(newly, form, List.of(), null, Errors.none());
    }

    NewcomerPage page(
            Newly newly, NewcomerForm form, List<NewcomerPage.Alike> alike, @Nullable Said erased, Errors errors) {
        newly.must(Ability.EDIT);
        var shown = form.shown();
        return new NewcomerPage(
                newly.purpose().code(),
                shown,
                new NewcomerPage.Asking(employers.found(form.employer()), alike, erased),
                choices.languages(newly.locale(), Objects.requireNonNullElse(shown.language(), "")),
                choices.owners(Objects.requireNonNullElse(shown.owner(), "")),
                errors);
    }

    /** Those with the same address, number or name, each once. */
    List<NewcomerPage.Alike> alike(Newly newly, NewcomerForm form) {
        var found = new LinkedHashMap<PersonId, NewcomerPage.Alike>();
        var sent = form.shown();
        by(newly, "email", sent.email()).forEach(row -> found.putIfAbsent(row.id(), alike(newly, row, "email")));
        by(newly, "phone", sent.phone()).forEach(row -> found.putIfAbsent(row.id(), alike(newly, row, "phone")));
        var name = Objects.requireNonNullElse(sent.name(), "");
        register.rows(search.people(name, LOOKED_AT), Evidence.How.LIST, newly.actor()).stream()
                .filter(row -> Folded.of(row.name()).equals(Folded.of(name)))
                .forEach(row -> found.putIfAbsent(row.id(), alike(newly, row, "name")));
        return List.copyOf(found.values());
    }

    PersonId add(Newly newly, NewcomerForm form) {
        newly.must(Ability.EDIT);
        var origin = form.origin(days.today());
        OrganisationId employer =
                form.employer().isBlank() ? null : employers.meant(form.employer(), origin, newly.actor());
        return register.add(form.person(days.today(), employer), newly.actor());
    }

    private List<PersonRow> by(Newly newly, String what, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return List.of();
        }
        return register.list(
                        PeopleQuery.of(Map.of(what, value, "limit", String.valueOf(LOOKED_AT))),
                        Evidence.How.LIST,
                        newly.actor())
                .items();
    }

    private static NewcomerPage.Alike alike(Newly newly, PersonRow row, String reason) {
        var note = Stream.of(
                        row.jobTitle(),
                        row.employer() == null ? null : row.employer().name(),
                        row.email())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return new NewcomerPage.Alike(newly.with("/people/" + row.id()), row.name(), note, reason);
    }
}
