package fi.seloste.disclosures;

import fi.seloste.base.Actor;
import fi.seloste.base.LegalTime;
import fi.seloste.base.Length;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.Notice;
import fi.seloste.register.PersonRow;
import fi.seloste.register.Register;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The door to the register of disclosures. Every act is evidence; while a law forbids telling the people, the evidence names none of them
 * either, since evidence about a person is in the person's copy.
 */
@Component
public class Disclosures {

    private static final int SHOWN = 200;
    private static final int FOUND = 10;

    private final DisclosureRecords records;
    private final ConcernedRows rows;
    private final ConcernedPeople people;
    private final Register register;
    private final Notice notice;
    private final Evidence evidence;
    private final Clock clock;
    private final ZoneId place;

    Disclosures(
            DisclosureRecords records,
            ConcernedRows rows,
            ConcernedPeople people,
            Register register,
            Notice notice,
            Evidence evidence,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.records = records;
        this.rows = rows;
        this.people = people;
        this.register = register;
        this.notice = notice;
        this.evidence = evidence;
        this.clock = clock;
        this.place = place;
    }

    /** How many there are of each kind; secret ones are counted in their kind too. */
    public record Counted(int open, int given, int refused, int secret) {}

    /** What awaits a decision first. */
    @As(Purpose.RIGHTS)
    public List<Disclosure> list() {
        return records.list(SHOWN);
    }

    /** A part of all of them, the newest first; the mark is the id of the one that was shown last. */
    @As(Purpose.RIGHTS)
    public Paged<Disclosure> list(Paging asked) {
        return Paged.of(records.after(asked.afterId(), asked.limit() + 1), asked, Disclosure::id);
    }

    /** How many await a decision. */
    @As(Purpose.RIGHTS)
    public int open() {
        return records.open();
    }

    @As(Purpose.RIGHTS)
    public Counted counted() {
        return records.counted();
    }

    /** What awaits a decision, the most urgent first. */
    @As(Purpose.RIGHTS)
    public List<Disclosure> open(int limit) {
        return records.open(limit);
    }

    /** Where the day of secrecy has come: whoever it concerns may be told. */
    @As(Purpose.RIGHTS)
    public List<Disclosure> toBeTold(int limit) {
        return records.toBeTold(today(), limit);
    }

    @As(Purpose.RIGHTS)
    public Disclosure get(UUID id) {
        return records.find(id).orElseThrow(() -> Problem.notFound("disclosure"));
    }

    /** Whom it is about, as far as they are still in the register; looking at them is a consultation. */
    @As(Purpose.RIGHTS)
    public List<PersonRow> concerned(UUID id, Evidence.How how, Actor actor) {
        return register.rows(people.of(get(id)), how, actor).stream()
                .filter(row -> !row.standing().isErased())
                .toList();
    }

    /** How many it is about, those included who were erased since it became secret. */
    @As(Purpose.RIGHTS)
    public int people(UUID id) {
        return people.of(get(id)).size();
    }

    /** Whom it may be about; everybody shown was consulted. */
    @As(Purpose.RIGHTS)
    public List<PersonRow> search(String words, Actor actor) {
        return register.find(words, FOUND, Evidence.How.LIST, actor);
    }

    /** A demand came in. */
    @As(Purpose.RIGHTS)
    public UUID record(
            Disclosure.Asked asked, Disclosure.@Nullable Secrecy secrecy, Collection<PersonId> concerned, Actor actor) {
        mustBePossible(asked, secrecy);
        var id = records.add(asked, secrecy, actor, clock.instant());
        people.put(id, people.known(concerned), secrecy != null, clock.instant());
        tell("disclosure-asked", id, Map.of(), actor);
        return id;
    }

    /** What is known better now, before the decision. A secrecy that was ended stays ended. */
    @As(Purpose.RIGHTS)
    public void complete(
            UUID id, Disclosure.Asked asked, Disclosure.@Nullable Secrecy secrecy, int version, Actor actor) {
        var before = held(id);
        before.mustBeOpen();
        var kept = before.secrecy() != null && !before.isSecret() ? before.secrecy() : secrecy;
        mustBePossible(asked, kept == before.secrecy() ? null : kept);
        var named = people.of(before);
        if (!records.set(id, asked, kept, version)) {
            throw Problem.stale("disclosures.stale");
        }
        people.put(id, named, kept != null && kept.isInForce(), clock.instant());
        tell("disclosure-completed", id, Map.of(), actor);
    }

    @As(Purpose.RIGHTS)
    public void name(UUID id, PersonId person, Actor actor) {
        var disclosure = held(id);
        disclosure.mustBeOpen();
        var named = new LinkedHashSet<>(people.of(disclosure));
        named.addAll(people.known(List.of(person)));
        people.put(id, named, disclosure.isSecret(), clock.instant());
        tell("disclosure-person-named", id, Map.of(), actor);
    }

    /** It does not concern this person after all. */
    @As(Purpose.RIGHTS)
    public void unname(UUID id, PersonId person, Actor actor) {
        var disclosure = held(id);
        disclosure.mustBeOpen();
        var named = new LinkedHashSet<>(people.of(disclosure));
        named.remove(person);
        people.put(id, named, disclosure.isSecret(), clock.instant());
        tell("disclosure-person-removed", id, Map.of(), actor);
    }

    /** What the authority gets, and why. From here on the copies of those it concerns tell which of their data went where. */
    @As(Purpose.RIGHTS)
    public void decide(UUID id, Disclosure.Answer answer, Actor actor) {
        var disclosure = held(id);
        disclosure.mustAllow(answer, people.of(disclosure).size(), today());
        answer.categories().stream()
                .filter(category -> notice.inForce().category(category).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw Problem.invalid("categories", "disclosures.categories.unknown", unknown);
                });
        records.decided(id, answer, actor, clock.instant());
        tell("disclosure-decided", id, Map.of("decision", answer.decision().code()), actor);
        if (!disclosure.isSecret() && answer.isGiven()) {
            given(disclosure, answer, people.of(disclosure), actor);
        }
    }

    /** The authority wants silence for longer than it first said. */
    @As(Purpose.RIGHTS)
    public void prolong(UUID id, Disclosure.Secrecy secrecy, Actor actor) {
        held(id).mustBeSecret();
        mustBeAhead(secrecy);
        records.prolonged(id, secrecy.until(), secrecy.by());
        tell("disclosure-secrecy-prolonged", id, Map.of("until", secrecy.until().toString()), actor);
    }

    /**
     * The people may be told: their copies name the authority from now on. Before its day a secrecy ends for a reason only. Where they are to
     * hear of it without asking, telling them waits until it is done.
     */
    @As(Purpose.RIGHTS)
    public void endSecrecy(UUID id, String reason, boolean toTell, Actor actor) {
        var disclosure = held(id);
        if (today().isBefore(disclosure.mustBeSecret().until()) && reason.isBlank()) {
            throw Problem.invalid("endedFor", "disclosures.secrecy.early");
        }
        var told = people.release(id, clock.instant());
        records.secrecyEnded(id, Typed.maybe("endedFor", reason, Length.TEXT), toTell, clock.instant());
        tell("disclosure-secrecy-ended", id, Map.of(), actor);
        if (disclosure.answer() != null && disclosure.answer().isGiven()) {
            given(disclosure, disclosure.answer(), told, actor);
        }
    }

    LocalDate today() {
        return LegalTime.dayOf(clock.instant(), place);
    }

    private Disclosure held(UUID id) {
        return records.hold(id).orElseThrow(() -> Problem.notFound("disclosure"));
    }

    private void given(Disclosure disclosure, Disclosure.Answer answer, List<PersonId> people, Actor actor) {
        rows.given(disclosure.id(), answer);
        people.forEach(person -> evidence.record(
                actor,
                Act.of("disclosed")
                        .on(person)
                        .about("disclosure", disclosure.id())
                        .with(Map.of("authority", disclosure.asked().authority()))));
    }

    private void mustBePossible(Disclosure.Asked asked, Disclosure.@Nullable Secrecy secrecy) {
        if (asked.receivedOn().isAfter(today())) {
            throw Problem.invalid("receivedOn", "disclosures.future");
        }
        if (asked.dueOn() != null && asked.dueOn().isBefore(asked.receivedOn())) {
            throw Problem.invalid("dueOn", "disclosures.dueOn.before");
        }
        if (secrecy != null) {
            mustBeAhead(secrecy);
        }
    }

    private void mustBeAhead(Disclosure.Secrecy secrecy) {
        if (!secrecy.until().isAfter(today())) {
            throw Problem.invalid("secretUntil", "disclosures.secrecy.past");
        }
    }

    private void tell(String act, UUID id, Map<String, ?> detail, Actor actor) {
        evidence.record(actor, Act.of(act).about("disclosure", id).with(detail));
    }
}
