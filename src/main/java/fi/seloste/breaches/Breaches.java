package fi.seloste.breaches;

import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The door to the register of breaches. Every act on one is evidence. */
@Component
public class Breaches {

    private static final int SHOWN = 200;

    private final BreachRecords records;
    private final Evidence evidence;
    private final Clock clock;
    private final ZoneId place;

    Breaches(
            BreachRecords records,
            Evidence evidence,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.records = records;
        this.evidence = evidence;
        this.clock = clock;
        this.place = place;
    }

    /** The open ones first. */
    @As(Purpose.RIGHTS)
    public List<Breach> list() {
        return records.list(SHOWN);
    }

    /** A part of them all, the newest first; the mark is the id of the one that was shown last. */
    @As(Purpose.RIGHTS)
    public Paged<Breach> list(Paging asked) {
        return Paged.of(records.list(asked.afterId(), asked.limit() + 1), asked, Breach::id);
    }

    /** How many are not closed. */
    @As(Purpose.RIGHTS)
    public int open() {
        return records.open();
    }

    /** What the authority is still to be told of, the most urgent first. */
    @As(Purpose.RIGHTS)
    public List<Breach> awaitingAuthority(int limit) {
        return records.awaitingAuthority(limit);
    }

    @As(Purpose.RIGHTS)
    public Breach get(UUID id) {
        return records.find(id).orElseThrow(() -> Problem.notFound("breach"));
    }

    /** Written down as soon as it is known; the 72 hours run from the awareness, not from this. */
    @As(Purpose.RIGHTS)
    public UUID record(Breach.Facts facts, Actor actor) {
        mustBePast(facts.awareAt(), "awareAt");
        facts.mustFit();
        var id = records.add(facts, actor, clock.instant());
        tell("breach-recorded", id, actor);
        return id;
    }

    /** Art. 33(4): "the information may be provided in phases". */
    @As(Purpose.RIGHTS)
    public void complete(UUID id, Breach.Facts facts, int version, Actor actor) {
        get(id).mustBeOpen();
        mustBePast(facts.awareAt(), "awareAt");
        facts.mustFit();
        if (!records.set(id, facts, version)) {
            throw Problem.stale("breaches.stale");
        }
        tell("breach-completed", id, actor);
    }

    @As(Purpose.RIGHTS)
    public void notified(UUID id, Instant at, String lateReason, Actor actor) {
        mustBePast(at, "at");
        Length.TEXT.checked("reason", lateReason);
        get(id).mustBeNotifiable(at, lateReason, place);
        records.notified(id, at, lateReason.isBlank() ? null : lateReason.strip());
        tell("breach-notified", id, actor);
    }

    /** Art. 34: the people concerned were told; how says by what means and what. */
    @As(Purpose.RIGHTS)
    public void told(UUID id, Instant at, String how, Actor actor) {
        mustBePast(at, "at");
        get(id).mustBeOpen();
        if (how.isBlank()) {
            throw Problem.invalid("how", "breaches.told.how");
        }
        records.told(id, at, Length.TEXT.checked("how", how.strip()));
        tell("breach-told", id, actor);
    }

    @As(Purpose.RIGHTS)
    public void close(UUID id, Actor actor) {
        get(id).mustBeClosable();
        records.closed(id, clock.instant());
        tell("breach-closed", id, actor);
    }

    ZoneId place() {
        return place;
    }

    private void mustBePast(Instant at, String field) {
        if (at.isAfter(clock.instant())) {
            throw Problem.invalid(field, "breaches.future");
        }
    }

    private void tell(String act, UUID id, Actor actor) {
        evidence.record(actor, Act.of(act).about("breach", id));
    }
}
