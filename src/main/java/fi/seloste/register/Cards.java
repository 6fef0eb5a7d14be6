package fi.seloste.register;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts a page together, as far as the running purpose may read its parts. */
@Component
class Cards {

    private static final String NOTES = "register.note";
    private static final String PERSON_TAGS = "register.person_tag";
    private static final String ORGANISATION_TAGS = "register.organisation_tag";
    private static final String HISTORY = "register.change";
    private static final String POINTS = "register.contact_point";
    private static final String ADDRESSES = "register.postal_address";
    private static final Set<String> GATED =
            Set.of(NOTES, PERSON_TAGS, ORGANISATION_TAGS, HISTORY, Twins.MEMORY, POINTS, ADDRESSES);
    private static final Set<String> ALL = Stream.concat(
                    GATED.stream(), Arrays.stream(Filing.values()).map(Filing::table))
            .collect(Collectors.toUnmodifiableSet());

    private final ContactPoints points;
    private final PostalAddresses addresses;
    private final Affiliations affiliations;
    private final Tags tags;
    private final CustomFields fields;
    private final Notes notes;
    private final Changes changes;
    private final Twins twins;
    private final Strip strip;
    private final Readable readable;
    private final ObjectProvider<EndOfKeeping> end;

    Cards(
            ContactPoints points,
            PostalAddresses addresses,
            Affiliations affiliations,
            Tags tags,
            CustomFields fields,
            Notes notes,
            Changes changes,
            Twins twins,
            Strip strip,
            Readable readable,
            ObjectProvider<EndOfKeeping> end) {
        this.points = points;
        this.addresses = addresses;
        this.affiliations = affiliations;
        this.tags = tags;
        this.fields = fields;
        this.notes = notes;
        this.changes = changes;
        this.twins = twins;
        this.strip = strip;
        this.readable = readable;
        this.end = end;
    }

    PersonCard of(Person person) {
        var party = Party.of(person.id());
        var may = readable.of(ALL);
        return new PersonCard(
                person,
                reached(party, may),
                affiliations.of(person.id()),
                where(may, PERSON_TAGS, () -> tags.of(party)),
                values(party, may),
                where(may, NOTES, () -> notes.pinnedOf(party)),
                where(may, NOTES, () -> notes.openTasksOf(party)),
                strip.of(person),
                where(may, Twins.MEMORY, () -> twins.of(person.id())),
                presence(person, may));
    }

    OrganisationCard of(Organisation organisation) {
        var party = Party.of(organisation.id());
        var may = readable.of(ALL);
        return new OrganisationCard(
                organisation,
                reached(party, may),
                where(may, ORGANISATION_TAGS, () -> tags.of(party)),
                values(party, may),
                where(may, NOTES, () -> notes.pinnedOf(party)),
                where(may, NOTES, () -> notes.openTasksOf(party)),
                where(may, Twins.MEMORY, () -> twins.of(organisation.id())));
    }

    private List<CustomField.Value> values(Party party, Set<String> may) {
        return fields.values(
                party,
                Arrays.stream(Filing.values())
                        .filter(one -> may.contains(one.table()))
                        .toList());
    }

    private PersonCard.Reached reached(Party party, Set<String> may) {
        return new PersonCard.Reached(
                where(may, POINTS, () -> points.of(party)), where(may, ADDRESSES, () -> addresses.of(party)));
    }

    private PersonCard.Presence presence(Person person, Set<String> may) {
        var added = may.contains(HISTORY)
                ? changes.newest(Party.of(person.id()), "added")
                : java.util.Optional.<Change>empty();
        var keeping = end.getIfAvailable();
        return new PersonCard.Presence(
                person.origin(),
                added.map(Change::actorName).orElse(null),
                person.informing(),
                keeping == null ? null : keeping.of(person));
    }

    private static <T> List<T> where(Set<String> may, String table, Supplier<List<T>> read) {
        return may.contains(table) ? read.get() : List.of();
    }
}
