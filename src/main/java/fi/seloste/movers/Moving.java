package fi.seloste.movers;

import fi.seloste.base.Actor;
import fi.seloste.base.LegalTime;
import fi.seloste.base.Length;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.imports.Attached;
import fi.seloste.imports.Import;
import fi.seloste.imports.ImportId;
import fi.seloste.imports.Imports;
import fi.seloste.imports.Sourcing;
import fi.seloste.newsletters.Newsletters;
import fi.seloste.register.Source;
import fi.seloste.store.As;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The door for whoever moves here from another mailing tool: bring the export, say what its lists become and what shows the consents, look at the people
 * as at every import, commit, take back. A ban is never weakened by it, and who said no here does not become a subscriber by what they said elsewhere.
 */
@Component
public class Moving implements Attached {

    private final Moves moves;
    private final Imports imports;
    private final Newsletters newsletters;
    private final TakingBack takingBack;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Jobs jobs;
    private final Clock clock;
    private final ZoneId place;

    Moving(
            Moves moves,
            Imports imports,
            Newsletters newsletters,
            TakingBack takingBack,
            Evidence evidence,
            Purposes purposes,
            Jobs jobs,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.moves = moves;
        this.imports = imports;
        this.newsletters = newsletters;
        this.takingBack = takingBack;
        this.evidence = evidence;
        this.purposes = purposes;
        this.jobs = jobs;
        this.clock = clock;
        this.place = place;
    }

    /** What its lists become, by list, and what is said of the consents; nothing where nobody says it. */
    public record Decision(
            Map<UUID, UUID> topics,
            @Nullable String words,
            @Nullable String where,
            @Nullable LocalDate on,
            boolean attested) {}

    /** Reads an export; what is not understood is refused and leaves nothing. */
    public Move bring(String name, byte[] file, Actor actor) {
        var export = ExportReading.read(name, file);
        var received = imports.receive(new Imports.File(name, () -> new ByteArrayInputStream(export.csv())), actor);
        return purposes.as(Purpose.CUSTOMER, () -> {
            var id = moves.add(received.id().value(), export, received.content().name(), actor);
            return get(id);
        });
    }

    @As(Purpose.CUSTOMER)
    public Paged<Move> list(Paging asked) {
        return Paged.of(moves.after(asked.afterId(), asked.limit() + 1), asked, Move::id);
    }

    @As(Purpose.CUSTOMER)
    public Move get(UUID id) {
        return moves.find(id).orElseThrow(() -> Problem.notFound("move"));
    }

    /** From here on it is an import: its people are looked at and committed there. */
    public Move decide(UUID id, Decision decision, Actor actor) {
        var move = purposes.as(Purpose.CUSTOMER, () -> get(id));
        if (move.isDecided()) {
            throw Problem.conflict("movers.decided");
        }
        boolean begins = !decision.topics().isEmpty();
        if (begins) {
            mustBeShown(decision);
            decision.topics().values().forEach(topic -> Problem.named("topic", () -> newsletters.get(topic)));
        }
        purposes.as(Purpose.CUSTOMER, () -> {
            move.lists()
                    .forEach(list -> moves.become(list.id(), decision.topics().get(list.id())));
            moves.decide(id, begins ? said(decision, actor) : new Move.Said(null, null, null, null, null));
            if (!begins) {
                moves.forget(id);
            }
            evidence.record(
                    actor,
                    Act.of("move-decided")
                            .about("import", move.importId())
                            .with(Map.of("tool", move.tool().code(), "attested", begins)));
        });
        imports.decide(
                new ImportId(move.importId()),
                Export.mapping(),
                new Sourcing(Source.OTHER_SYSTEM, move.tool().shown()),
                actor);
        return purposes.as(Purpose.CUSTOMER, () -> get(id));
    }

    private static Move.Said said(Decision decision, Actor actor) {
        return new Move.Said(
                String.valueOf(decision.words()).strip(),
                String.valueOf(decision.where()).strip(),
                decision.on(),
                actor.name(),
                null);
    }

    /** Art. 7(1): without the words, where and when, and somebody who stands for it, there is no consent to be shown. */
    private void mustBeShown(Decision decision) {
        if (decision.words() == null || decision.words().isBlank()) {
            throw Problem.invalid("words", "movers.words.missing");
        }
        Length.LINE.checked("words", decision.words());
        if (decision.where() == null || decision.where().isBlank()) {
            throw Problem.invalid("where", "movers.where.missing");
        }
        Length.LINE.checked("where", decision.where());
        if (decision.on() == null) {
            throw Problem.invalid("on", "movers.on.missing");
        }
        if (decision.on().isAfter(LegalTime.dayOf(clock.instant(), place))) {
            throw Problem.invalid("on", "movers.on.ahead");
        }
        if (!decision.attested()) {
            throw Problem.invalid("attested", "movers.attested.missing");
        }
    }

    /** Its people are in: what its lists say is done next. In the transaction that brought them. */
    @EventListener
    void committed(Import.Committed event) {
        moves.ofImport(event.id().value())
                .ifPresent(move -> jobs.later(MoveJob.NAME, move.id().toString()));
    }

    /** By whichever door an import is taken back, its subscriptions go first: a person with a consent would stay. */
    @EventListener
    void undoing(Import.UndoBegun event) {
        purposes.apart(Purpose.CUSTOMER, () -> moves.ofImport(event.id().value()))
                .ifPresent(move -> takingBack.takeBack(move, Actor.system("imports")));
    }

    /** An import that was taken back leaves no addresses here. */
    @EventListener
    void undone(Import.Undone event) {
        moves.ofImport(event.id().value()).ifPresent(move -> moves.forget(move.id()));
    }

    /** Subscriptions that began by the move that an import belongs to. */
    @Override
    public Leaving to(ImportId id) {
        return purposes.as(
                Purpose.RIGHTS,
                () -> moves.ofImport(id.value()).map(takingBack::leaving).orElse(Leaving.NOTHING));
    }

    /** Takes back the subscriptions that came by it, and then its people as an import is taken back. A ban stays. */
    public Move undo(UUID id, Actor actor) {
        var move = purposes.as(Purpose.CUSTOMER, () -> get(id));
        var people = new ImportId(move.importId());
        // What is just coming in would come in all the same, and its subscriptions would have been taken back already.
        imports.get(people).refuseWhileCommitting();
        takingBack.takeBack(move, actor);
        purposes.as(Purpose.CUSTOMER, () -> moves.forget(id));
        imports.undo(people, actor);
        return purposes.as(Purpose.CUSTOMER, () -> get(id));
    }
}
