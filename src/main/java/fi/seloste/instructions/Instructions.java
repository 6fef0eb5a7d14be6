package fi.seloste.instructions;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.LegalTime;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.staff.Account;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Staff;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The door to instructions. Whoever is signed in reads them; publishing and acknowledging are evidence. */
@Component
public class Instructions {

    private final InstructionRecords records;
    private final Acknowledgements acknowledgements;
    private final Staff staff;
    private final Evidence evidence;
    private final Clock clock;
    private final ZoneId place;

    Instructions(
            InstructionRecords records,
            Acknowledgements acknowledgements,
            Staff staff,
            Evidence evidence,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.records = records;
        this.acknowledgements = acknowledgements;
        this.staff = staff;
        this.evidence = evidence;
        this.clock = clock;
        this.place = place;
    }

    /** What an edition says, and for holders of which purposes; of none is for everybody. */
    public record Wording(String title, String text, List<Purpose> purposes) {}

    /** That somebody acknowledged an edition. */
    public record Acknowledged(UUID instruction, int number, String title, Instant at) {}

    @As(Purpose.TECHNICAL)
    public List<Instruction> list() {
        return records.list();
    }

    @As(Purpose.TECHNICAL)
    public Instruction get(UUID id) {
        return records.find(id).orElseThrow(() -> Problem.notFound("instruction"));
    }

    @As(Purpose.TECHNICAL)
    public List<Instruction.Edition> editions(UUID id) {
        return records.editions(id);
    }

    /** What this person must read and has not acknowledged, what is due first on top. */
    @As(Purpose.TECHNICAL)
    public List<Instruction> waiting(Account account, Permissions permissions) {
        var read = acknowledgements.newestOf(account.id());
        return records.inForce().stream()
                .filter(one -> one.isFor(permissions) && !hasRead(one, read))
                .toList();
    }

    /** Whether this person acknowledged the edition that asks, or a later one. */
    @As(Purpose.TECHNICAL)
    public boolean hasRead(Instruction one, AccountId account) {
        return hasRead(one, acknowledgements.newestOf(account));
    }

    private static boolean hasRead(Instruction one, Map<UUID, Integer> newest) {
        return newest.getOrDefault(one.id(), 0) >= one.asking().number();
    }

    public LocalDate due(Instruction one, Account account) {
        return one.due(account, place);
    }

    /** Everybody who works here and must read it. */
    @As(Purpose.TECHNICAL)
    public Progress progress(UUID id) {
        return progress(get(id), colleagues());
    }

    /** The same of every instruction in force. */
    @As(Purpose.TECHNICAL)
    public List<Progress> progress() {
        var colleagues = colleagues();
        return records.inForce().stream().map(one -> progress(one, colleagues)).toList();
    }

    private record Colleague(Account account, Permissions permissions) {}

    private List<Colleague> colleagues() {
        return staff.accounts().stream()
                .filter(account -> !account.isDisabled())
                .map(account -> new Colleague(account, staff.permissions(account.id())))
                .toList();
    }

    private Progress progress(Instruction one, List<Colleague> colleagues) {
        var read = acknowledgements.since(one.id(), one.asking().number());
        var readers = colleagues.stream()
                .filter(colleague -> one.isFor(colleague.permissions()))
                .map(Colleague::account)
                .map(account -> new Reader(account, read.get(account.id()), one.due(account, place)))
                .toList();
        return new Progress(one, readers, today());
    }

    /** What one person acknowledged, the newest first. */
    @As(Purpose.TECHNICAL)
    public List<Acknowledged> of(AccountId account) {
        return acknowledgements.of(account);
    }

    @As(Purpose.TECHNICAL)
    public UUID publish(Wording wording, Actor actor) {
        var id = records.add(wording.purposes(), clock.instant());
        records.addEdition(id, edition(wording, 1, true), actor);
        tell("instruction-published", id, 1, actor);
        return id;
    }

    /** A new text takes the place of the one the writer saw; only a material one asks everybody again. */
    @As(Purpose.TECHNICAL)
    public void revise(UUID id, Wording wording, boolean material, int seen, Actor actor) {
        held(id).mustBeNewest(seen);
        records.setPurposes(id, wording.purposes());
        records.addEdition(id, edition(wording, seen + 1, material), actor);
        tell("instruction-published", id, seen + 1, actor);
    }

    /** Nobody is asked to read it any more; who read it stays known. */
    @As(Purpose.TECHNICAL)
    public void withdraw(UUID id, Actor actor) {
        var one = held(id);
        one.mustBeInForce();
        records.withdrawn(id, clock.instant());
        tell("instruction-withdrawn", id, one.newest().number(), actor);
    }

    /** Somebody read the edition that holds. A second press is no second acknowledgement. */
    @As(Purpose.TECHNICAL)
    public void acknowledge(UUID id, int number, Account account) {
        var one = held(id);
        one.mustBeNewest(number);
        if (acknowledgements.add(one.newest().id(), account.id(), clock.instant())) {
            tell("instruction-acknowledged", id, number, account.actor());
        }
    }

    LocalDate today() {
        return LegalTime.dayOf(clock.instant(), place);
    }

    private Instruction held(UUID id) {
        if (!records.hold(id)) {
            throw Problem.notFound("instruction");
        }
        return get(id);
    }

    private Instruction.Edition edition(Wording wording, int number, boolean material) {
        return new Instruction.Edition(Ids.next(), number, wording.title(), wording.text(), material, clock.instant());
    }

    private void tell(String act, UUID id, int number, Actor actor) {
        evidence.record(actor, Act.of(act).about("instruction", id).with(Map.of("edition", number)));
    }
}
