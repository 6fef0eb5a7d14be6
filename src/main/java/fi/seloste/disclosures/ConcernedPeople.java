package fi.seloste.disclosures;

import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.register.Register;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Whom a disclosure is about, in one of two places: rows that their copies walk, or, while a law forbids telling them, a column that no copy
 * walks (docs/adr/0020).
 */
@Component
class ConcernedPeople {

    static final int MOST = 1_000;

    private final DisclosureRecords records;
    private final ConcernedRows rows;
    private final Register register;

    ConcernedPeople(DisclosureRecords records, ConcernedRows rows, Register register) {
        this.records = records;
        this.rows = rows;
        this.register = register;
    }

    List<PersonId> of(Disclosure disclosure) {
        return disclosure.isSecret() ? records.waiting(disclosure.id()) : rows.of(disclosure.id());
    }

    void put(UUID disclosure, Collection<PersonId> people, boolean secret, Instant now) {
        if (people.size() > MOST) {
            throw Problem.invalid("people", "disclosures.people.tooMany", MOST);
        }
        records.setWaiting(disclosure, secret ? people : List.of());
        rows.keepOnly(disclosure, secret ? List.of() : people);
        if (!secret) {
            rows.add(disclosure, people, now);
        }
    }

    /** Who waited may be told now; somebody who was erased meanwhile is not brought back. */
    List<PersonId> release(UUID disclosure, Instant now) {
        var people = records.waiting(disclosure).stream()
                .flatMap(id -> present(id).stream())
                .distinct()
                .toList();
        rows.add(disclosure, people, now);
        return people;
    }

    /** As they are in the register today, merged ones as the one who stayed. */
    Set<PersonId> known(Collection<PersonId> people) {
        var known = new LinkedHashSet<PersonId>();
        for (var id : people) {
            known.add(present(id)
                    .orElseThrow(() -> Problem.invalid("people", "disclosures.people.unknown", id.toString())));
        }
        return known;
    }

    private Optional<PersonId> present(PersonId id) {
        try {
            return register.find(register.now(id))
                    .filter(person -> !person.standing().isErased())
                    .map(person -> person.id());
        } catch (Problem.NotFound e) {
            return Optional.empty();
        }
    }
}
