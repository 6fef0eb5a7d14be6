package fi.seloste.rights;

import fi.seloste.base.RequestId;
import fi.seloste.store.Job;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Objections that were taken back or overridden: whoever objected once must not be locked up again by a restore. The row of a job commits with the
 * end, and the line is written right after it.
 */
@Component
class EndedObjections implements Job, Replay {

    static final String NAME = "journal-objection-end";

    private static final Map<Request.State, String> ACTS =
            Map.of(Request.State.WITHDRAWN, "objection-withdrawn", Request.State.REFUSED, "objection-overridden");

    private final JournalBook book;
    private final Requests requests;
    private final RecalledRequests recalled;
    private final Restrictions restrictions;
    private final Lifting lifting;
    private final Purposes purposes;

    EndedObjections(
            JournalBook book,
            Requests requests,
            RecalledRequests recalled,
            Restrictions restrictions,
            Lifting lifting,
            Purposes purposes) {
        this.book = book;
        this.requests = requests;
        this.recalled = recalled;
        this.restrictions = restrictions;
        this.lifting = lifting;
        this.purposes = purposes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        var id = RequestId.valueOf(instance);
        purposes.apart(Purpose.RIGHTS, () -> requests.find(id))
                .filter(request -> ACTS.containsKey(request.state()))
                .ifPresent(request -> book.note(new Journal.Entry(
                        id,
                        Objects.requireNonNull(ACTS.get(request.state())),
                        request.asker().person(),
                        List.of())));
    }

    @Override
    public boolean isOurs(Journal.Line line) {
        return ACTS.containsValue(line.act());
    }

    @Override
    public void repeat(Journal.Line line) {
        var person = line.person();
        var pending = restrictions.find(line.request()).filter(one -> one.liftedAt() == null);
        if (person != null && pending.isPresent()) {
            lifting.release(line.request(), person, "journal", Acts.SYSTEM);
            recalled.ended(line.request(), state(line), line.at());
        }
        book.know(line);
    }

    private static Request.State state(Journal.Line line) {
        return ACTS.entrySet().stream()
                .filter(one -> one.getValue().equals(line.act()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
