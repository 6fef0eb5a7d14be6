package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps the words by which people and organisations are found in step with what is kept of them. */
@Component
class Index {

    private final People people;
    private final ContactPoints points;
    private final Affiliations affiliations;
    private final Organisations organisations;
    private final Today today;

    Index(People people, ContactPoints points, Affiliations affiliations, Organisations organisations, Today today) {
        this.people = people;
        this.points = points;
        this.affiliations = affiliations;
        this.organisations = organisations;
        this.today = today;
    }

    void person(PersonId id) {
        var name = people.find(id).orElseThrow(() -> Problem.notFound("person")).name();
        var values = points.of(Party.of(id)).stream().map(ContactPoint::value).toList();
        var employers = affiliations.of(id).stream()
                .filter(a -> a.isCurrent(today.day()))
                .map(Affiliation::organisationName)
                .toList();
        people.index(id, SearchWords.ofPerson(name, values, employers));
    }

    void organisation(Organisation organisation) {
        var words = Stream.concat(
                        Stream.of(
                                        organisation.numbers().businessId(),
                                        organisation.numbers().vatId(),
                                        organisation.reach().domain())
                                .filter(java.util.Objects::nonNull),
                        points.of(Party.of(organisation.id())).stream().map(ContactPoint::value))
                .toList();
        organisations.index(organisation.id(), SearchWords.ofOrganisation(organisation.name(), words));
    }

    /** After a new name: everybody who works there is found by it. */
    void peopleOf(OrganisationId id) {
        List<PersonId> there = organisations.currentPeople(id, today.day());
        there.forEach(this::person);
    }
}
