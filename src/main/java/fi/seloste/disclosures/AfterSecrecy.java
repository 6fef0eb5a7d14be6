package fi.seloste.disclosures;

import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.PersonRow;
import fi.seloste.register.Register;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The door to telling people that an authority asked for their data, when the law that forbade it does so no longer (Art. 23(2)(h)). */
@Component
public class AfterSecrecy {

    private final DisclosureRecords records;
    private final ConcernedRows rows;
    private final Register register;
    private final DisclosureLetter letter;
    private final Evidence evidence;
    private final Clock clock;

    AfterSecrecy(
            DisclosureRecords records,
            ConcernedRows rows,
            Register register,
            DisclosureLetter letter,
            Evidence evidence,
            Clock clock) {
        this.records = records;
        this.rows = rows;
        this.register = register;
        this.letter = letter;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** A request whose people are to be told, and how many of them have not been. */
    public record Waiting(UUID id, String authority, int people) {}

    @As(Purpose.RIGHTS)
    public List<Waiting> waiting(int limit) {
        return records.untold(limit);
    }

    /** Who has still to be told; a look at them is a consultation. */
    @As(Purpose.RIGHTS)
    public List<PersonRow> untold(UUID id, Actor actor) {
        return rowsOf(id, actor);
    }

    /** Writes to everybody who has an address and was not told; answers how many that were. */
    @As(Purpose.RIGHTS)
    public int write(UUID id, Actor actor) {
        var disclosure = held(id);
        int written = 0;
        for (var person : rowsOf(id, actor)) {
            if (person.email() != null) {
                letter.send(disclosure, person, person.email());
                told(id, person.id(), Way.LETTER, actor);
                written++;
            }
        }
        if (written == 0) {
            throw Problem.conflict("disclosures.telling.nobody");
        }
        return written;
    }

    /** Somebody was told in another way. */
    @As(Purpose.RIGHTS)
    public void note(UUID id, PersonId person, String how, Actor actor) {
        var way = Way.noted(how);
        held(id);
        told(id, person, way, actor);
    }

    private void told(UUID id, PersonId person, Way way, Actor actor) {
        if (!rows.told(id, person, way, clock.instant())) {
            throw Problem.conflict("disclosures.telling.told");
        }
        evidence.record(
                actor,
                Act.of("disclosure-told").on(person).about("disclosure", id).with(Map.of("how", way.code())));
    }

    private List<PersonRow> rowsOf(UUID id, Actor actor) {
        return register.rows(rows.untold(id), Evidence.How.PAGE, actor).stream()
                .filter(row -> !row.standing().isErased())
                .toList();
    }

    private Disclosure held(UUID id) {
        var disclosure = records.hold(id).orElseThrow(() -> Problem.notFound("disclosure"));
        disclosure.mustBeTold();
        return disclosure;
    }
}
