package fi.seloste.cards;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Merging;
import fi.seloste.register.MergingOrganisations;
import fi.seloste.register.OrganisationField;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.PersonField;
import fi.seloste.register.Register;
import fi.seloste.register.Search;
import fi.seloste.staff.Staff;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Merging of people and of organisations, as one story for its pages. */
@Component
class MergeDesk {

    private static final int SHOWN = 10;
    /** They go with the name: nobody is called by parts of two. */
    private static final Set<PersonField> NAME_PARTS = Set.of(PersonField.GIVEN_NAME, PersonField.FAMILY_NAME);

    private final Register register;
    private final OrganisationRegister organisations;
    private final Merging people;
    private final MergingOrganisations firms;
    private final Search search;
    private final Staff staff;

    MergeDesk(
            Register register,
            OrganisationRegister organisations,
            Merging people,
            MergingOrganisations firms,
            Search search,
            Staff staff) {
        this.register = register;
        this.organisations = organisations;
        this.people = people;
        this.firms = firms;
        this.search = search;
        this.staff = staff;
    }

    MergeSearchPage search(Viewpoint at, String asked) {
        var found = at.isPerson() ? peopleLike(at, asked) : firmsLike(asked);
        var others = found.filter(f -> !f.id().equals(at.party().id().toString()));
        return new MergeSearchPage(at, asked, others.toList());
    }

    MergePage preview(Viewpoint at, UUID other) {
        return at.isPerson() ? ofPeople(at, new PersonId(other)) : ofFirms(at, new OrganisationId(other));
    }

    UUID merge(Viewpoint at, UUID other, Collection<String> fromGone) {
        if (at.isPerson()) {
            var fields = taken(fromGone, PersonField::of);
            if (fields.contains(PersonField.NAME)) {
                fields.addAll(NAME_PARTS);
            }
            return people.merge(at.person(), new PersonId(other), fields, at.actor());
        }
        return firms.merge(
                at.organisation(), new OrganisationId(other), taken(fromGone, OrganisationField::of), at.actor());
    }

    void keepApart(Viewpoint at, UUID other) {
        if (at.isPerson()) {
            people.keepApart(at.person(), new PersonId(other), at.actor());
        } else {
            firms.keepApart(at.organisation(), new OrganisationId(other), at.actor());
        }
    }

    void undo(Viewpoint at, UUID merge) {
        if (at.isPerson()) {
            people.undo(merge, at.actor());
        } else {
            firms.undo(merge, at.actor());
        }
    }

    private MergePage ofPeople(Viewpoint at, PersonId other) {
        var preview = people.preview(at.person(), other);
        register.see(other, Evidence.How.PAGE, at.actor());
        var choices = preview.choices().stream()
                .filter(c -> !NAME_PARTS.contains(c.field()))
                .map(c -> new MergePage.Choice(
                        c.field().code(),
                        shown(c.field().code(), c.kept(), at.locale()),
                        shown(c.field().code(), c.gone(), at.locale()),
                        c.suggestsGone()))
                .toList();
        return new MergePage(
                at,
                new MergePage.Side(
                        preview.kept().id().toString(), preview.kept().name().shown()),
                new MergePage.Side(
                        preview.gone().id().toString(), preview.gone().name().shown()),
                choices,
                preview.moved(),
                preview.standing());
    }

    private MergePage ofFirms(Viewpoint at, OrganisationId other) {
        var preview = firms.preview(at.organisation(), other);
        var choices = preview.choices().stream()
                .map(c -> new MergePage.Choice(
                        c.field().code(),
                        shown(c.field().code(), c.kept(), at.locale()),
                        shown(c.field().code(), c.gone(), at.locale()),
                        c.kept() == null))
                .toList();
        return new MergePage(
                at,
                new MergePage.Side(
                        preview.kept().id().toString(), preview.kept().name()),
                new MergePage.Side(
                        preview.gone().id().toString(), preview.gone().name()),
                choices,
                preview.moved(),
                null);
    }

    private Stream<Employer.Found> peopleLike(Viewpoint at, String asked) {
        return register.rows(search.people(asked, SHOWN), Evidence.How.LIST, at.actor()).stream()
                .map(row -> new Employer.Found(
                        row.id().toString(),
                        row.name(),
                        Stream.of(
                                        row.jobTitle(),
                                        row.employer() == null
                                                ? null
                                                : row.employer().name(),
                                        row.email())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(", "))));
    }

    private Stream<Employer.Found> firmsLike(String asked) {
        return search.organisations(asked, SHOWN).stream()
                .flatMap(id -> organisations.find(id).stream())
                .map(o -> new Employer.Found(
                        o.id().toString(),
                        o.name(),
                        Objects.requireNonNullElse(o.numbers().businessId(), "")));
    }

    private @Nullable String shown(String field, @Nullable String value, Locale language) {
        if (value == null) {
            return null;
        }
        return switch (field) {
            case "owner" -> staff.names(List.of(UUID.fromString(value))).getOrDefault(UUID.fromString(value), value);
            case "language" -> Locale.of(value).getDisplayLanguage(language);
            default -> value;
        };
    }

    private static <F> Set<F> taken(Collection<String> codes, java.util.function.Function<String, F> field) {
        return codes.stream().map(field).collect(Collectors.toCollection(HashSet::new));
    }
}
