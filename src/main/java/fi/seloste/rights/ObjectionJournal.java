package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.base.RequestId;
import fi.seloste.store.Job;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Data that are only stored while an objection is weighed: a restore must not open them. The row of a job commits with the restriction, and
 * the line is written right after it. A request that the restored database never heard of stands on the desk again, to be proved anew.
 */
@Component
class ObjectionJournal implements Job, Replay {

    static final String NAME = "journal-objection";
    static final String PENDING = "objection-pending";

    private final JournalBook book;
    private final RecalledRequests requests;
    private final Restrictions restrictions;
    private final Subjects people;
    private final Purposes purposes;
    private final Clock clock;

    ObjectionJournal(
            JournalBook book,
            RecalledRequests requests,
            Restrictions restrictions,
            Subjects people,
            Purposes purposes,
            Clock clock) {
        this.book = book;
        this.requests = requests;
        this.restrictions = restrictions;
        this.people = people;
        this.purposes = purposes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        var id = RequestId.valueOf(instance);
        purposes.apart(Purpose.RIGHTS, () -> restrictions.find(id))
                .map(one -> new PersonId(one.personId()))
                .ifPresent(person -> book.note(new Journal.Entry(id, PENDING, person, List.of())));
    }

    @Override
    public boolean isOurs(Journal.Line line) {
        return line.act().equals(PENDING);
    }

    @Override
    public void repeat(Journal.Line line) {
        var person = line.person();
        if (person != null && restrictions.find(line.request()).isEmpty()) {
            requests.objecting(line, clock.instant());
            people.restrict(person);
            restrictions.add(line.request(), person, "objection", line.at());
        }
        book.know(line);
    }
}
