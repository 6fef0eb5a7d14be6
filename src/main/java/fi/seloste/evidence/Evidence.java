package fi.seloste.evidence;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to evidence. An act is recorded in the transaction that does it, a consultation in the transaction that reads, each in the
 * purpose that is running: a purpose is never typed by hand (C-579/21).
 */
@Component
public class Evidence {

    private final Entries entries;
    private final Purposes purposes;
    private final Clock clock;

    Evidence(Entries entries, Purposes purposes, Clock clock) {
        this.entries = entries;
        this.purposes = purposes;
        this.clock = clock;
    }

    public void record(Actor actor, Act act) {
        entries.add(new Entry(Ids.next(), clock.instant(), actor, act, purposes.running()), Commitment.to(act));
    }

    /** How somebody came to see data. */
    public enum How {
        PAGE,
        LIST,
        EXPORT,
        API
    }

    /** A list that was shown is one consultation of everybody on it. */
    public void consulted(Actor actor, How how, Collection<PersonId> subjects) {
        if (!subjects.isEmpty()) {
            entries.addConsultation(
                    actor,
                    purposes.running(),
                    how,
                    clock.instant(),
                    subjects.stream().map(PersonId::value).toList());
        }
    }

    /** When and for what a person's data were looked at; not by which employee. */
    @As(Purpose.RIGHTS)
    public List<Consultation> consultationsOf(PersonId subject) {
        return entries.consultationsOf(subject);
    }

    @As(Purpose.RIGHTS)
    public List<Line> about(UUID object) {
        return entries.about(object);
    }

    /** In the order in which it was written, after the entry that was shown last. */
    @As(Purpose.RIGHTS)
    public List<Line> about(UUID object, @Nullable UUID after, int limit) {
        return entries.about(object, after, limit);
    }

    @As(Purpose.RIGHTS)
    public List<Line> of(PersonId subject) {
        return entries.of(subject);
    }

    @As(Purpose.RIGHTS)
    public List<Line> newest(int limit) {
        return entries.newest(limit);
    }

    /** A look at a person's data. */
    public record Consultation(Instant at, String purpose, String how) {}

    /** An entry as it is read. */
    public record Line(
            UUID entryId,
            Instant at,
            String actorKind,
            @Nullable UUID actorId,
            String act,
            String purpose,
            @Nullable UUID subjectId,
            @Nullable String objectKind,
            @Nullable UUID objectId,
            @Nullable String detail) {}

    record Entry(UUID id, Instant at, Actor actor, Act act, Purpose purpose) {}
}
