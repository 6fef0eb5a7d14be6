package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.LegalTime;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The door to people. Everything runs in the caller's purpose: whom that purpose may not see is not found here, and what it may not
 * write is refused by the database.
 */
@Component
public class Register {

    private final People people;
    private final Changes changes;
    private final PeopleLists lists;
    private final PeopleFound found;
    private final Cards cards;
    private final Uninformed uninformed;
    private final Index index;
    private final ContactDetails details;
    private final Employment employment;
    private final Recollection recollection;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Within within;
    private final Today today;

    Register(
            People people,
            Changes changes,
            PeopleLists lists,
            PeopleFound found,
            Cards cards,
            Uninformed uninformed,
            Index index,
            ContactDetails details,
            Employment employment,
            Recollection recollection,
            Evidence evidence,
            ApplicationEventPublisher events,
            Within within,
            Today today) {
        this.people = people;
        this.changes = changes;
        this.lists = lists;
        this.found = found;
        this.cards = cards;
        this.uninformed = uninformed;
        this.index = index;
        this.details = details;
        this.employment = employment;
        this.recollection = recollection;
        this.evidence = evidence;
        this.events = events;
        this.within = within;
        this.today = today;
    }

    public Person get(PersonId id) {
        return find(id).orElseThrow(() -> Problem.notFound("person"));
    }

    public Optional<Person> find(PersonId id) {
        return people.find(id);
    }

    /** Where an old id leads after a merge: to itself where there was none. */
    public PersonId now(PersonId id) {
        return people.now(id).orElseThrow(() -> Problem.notFound("person"));
    }

    /**
     * Adds a person. Whoever was found elsewhere starts uninformed, with a month to be told (Art. 14(3)(a)); an erased one does not come
     * back from such a source at all, and from an employee's hand only with the answer that the person gave the data.
     */
    public PersonId add(NewPerson wanted, Actor actor) {
        var person = owned(checked(wanted).foundBy(actor));
        var confirmed = recollection.isConfirmed(person);
        var now = today.moment();
        var id = PersonId.next();
        var elsewhere = !person.origin().source().isOfSubject();
        people.add(new People.Row(
                id,
                elsewhere ? Standing.NONE.with(Standing.UNINFORMED) : Standing.NONE,
                person,
                elsewhere ? LegalTime.afterMonths(person.origin().on(), 1) : null,
                now));
        var by = new By(actor, now, person.origin().source());
        changes.write(
                by, Changes.Entry.of(Party.of(id), "added", null, person.name().shown()));
        person.points().forEach(point -> details.addUnindexed(Party.of(id), point, person.origin(), by));
        employment.takeUpUnindexed(id, person.posts(), by);
        index.person(id);
        if (confirmed) {
            evidence.record(actor, Act.of("recollection-confirmed").on(id));
        }
        events.publishEvent(new Person.Added(id, person.origin().source()));
        return id;
    }

    /** Changes fields; what was edited by somebody else meanwhile is refused with both values. */
    public void change(PersonId id, Edit<PersonField> edit, Actor actor) {
        var person = get(id);
        within.mustChange(Party.of(id));
        if (edit.values().containsKey(PersonField.OWNER)) {
            within.mustName(edit.values().get(PersonField.OWNER));
        }
        refuseIfStale(person, edit);
        var changed = PersonEdits.of(person, edit.values());
        if (changed.isEmpty()) {
            return;
        }
        var now = today.moment();
        if (!people.set(id, columns(person, changed), edit.version(), now)) {
            throw stale(get(id), edit);
        }
        var by = new By(actor, now, edit.source());
        changed.forEach((field, value) ->
                changes.write(by, Changes.Entry.of(Party.of(id), field.code(), person.value(field), value)));
        index.person(id);
        events.publishEvent(new Person.Changed(
                id, changed.keySet().stream().map(PersonField::code).collect(Collectors.toUnmodifiableSet())));
    }

    /** Everything that the person's page shows beside the timeline; a look at it is a consultation. */
    public PersonCard card(PersonId id, Evidence.How how, Actor actor) {
        evidence.consulted(actor, how, List.of(id));
        return cards.of(get(id));
    }

    /** That somebody looked at a person in another way, such as at the timeline; nobody is seen whom the purpose does not see. */
    public void see(PersonId id, Evidence.How how, Actor actor) {
        evidence.consulted(actor, how, List.of(get(id).id()));
    }

    /** A page of people; everybody on it was consulted. */
    public Slice<PersonRow> list(PeopleQuery query, Evidence.How how, Actor actor) {
        return seen(lists.page(query), how, actor);
    }

    /** The size of a list as far as anybody wants to know it: at most 10,001. */
    public int count(PeopleQuery query) {
        return lists.count(query);
    }

    /** People found elsewhere who must be told so by this day or were to be told before it (Art. 14(3)); at most 1,001 are counted. */
    public UntoldCount untold(LocalDate until) {
        return uninformed.count(until);
    }

    /** Who they are, soonest first. Restricted people are only stored and are told when the restriction ends (Art. 18(2)). */
    public List<Untold> toBeTold(LocalDate until, int limit) {
        return uninformed.list(until, null, limit);
    }

    /** A part of them all, after a mark. */
    public Paged<Untold> toBeTold(Paging asked) {
        var read = uninformed.list(LocalDate.MAX, Cursor.parse(asked.after(), 2), asked.limit() + 1);
        return Paged.of(read, asked, one -> Cursor.of(one.by(), one.id()).text());
    }

    /** The ids of those of them to whom a letter can go; nobody looks at them, so it is no consultation. */
    public List<PersonId> toBeWritten(LocalDate until, int limit) {
        return uninformed.reachable(until, limit);
    }

    /** Those of these who have still to be told. */
    public List<Untold> toBeTold(List<PersonId> people) {
        return uninformed.list(people);
    }

    /** The person knows, or need not be told: the clock of Art. 14 stops, and marketing may begin where it was told. */
    public void told(PersonId id, boolean opensMarketing, Actor actor) {
        within.mustChange(Party.of(id));
        var now = today.moment();
        people.told(id, opensMarketing, now);
        changes.write(
                new By(actor, now, null),
                Changes.Entry.of(
                        Party.of(id), "informed", null, today.dayOf(now).toString()));
    }

    /** How many have still to be told, and by when the first of them. */
    public record UntoldCount(int people, @Nullable LocalDate first) {}

    /** Rows of known people in this order, as far as the purpose sees them. */
    public List<PersonRow> rows(List<PersonId> people, Evidence.How how, Actor actor) {
        return seen(new Slice<>(found.byIds(people), null), how, actor).items();
    }

    /** Whom these words find in the running purpose, best matches first; everybody shown was consulted. */
    public List<PersonRow> find(String words, int most, Evidence.How how, Actor actor) {
        return seen(new Slice<>(found.byWords(words, most), null), how, actor).items();
    }

    /** Everybody whom a filter leaves, by name, up to a number: to be acted upon, not to be read. */
    public List<PersonId> all(PeopleQuery.Filter filter, int most) {
        return found.ids(filter, most);
    }

    /** Those of these people whom the purpose sees, by name. */
    public List<PersonId> visible(Collection<PersonId> people) {
        return found.seen(people);
    }

    private Slice<PersonRow> seen(Slice<PersonRow> rows, Evidence.How how, Actor actor) {
        evidence.consulted(
                actor, how, rows.items().stream().map(PersonRow::id).distinct().toList());
        return rows;
    }

    /** Something of the person's own doing is written down, such as an order or a consent: the end of keeping moves. */
    public void acted(PersonId id, Instant at) {
        within.mustChange(Party.of(id));
        people.acted(id, at);
    }

    private NewPerson owned(NewPerson person) {
        person.posts().forEach(post -> within.mustSee(post.organisation()));
        var named = person.field(PersonField.OWNER);
        var owner = within.ownerOfNew(named);
        if (owner == null || owner.equals(named)) {
            return person;
        }
        var fields = new LinkedHashMap<>(person.fields());
        fields.put(PersonField.OWNER, owner);
        return person.with(fields);
    }

    private static NewPerson checked(NewPerson person) {
        person.mustFit();
        var fields = new LinkedHashMap<PersonField, String>();
        person.fields().forEach((field, value) -> {
            if (!value.isBlank()) {
                fields.put(field, PersonEdits.checked(field, value.strip()));
            }
        });
        return person.with(fields);
    }

    private static void refuseIfStale(Person person, Edit<PersonField> edit) {
        if (edit.version() != null && edit.version() != person.version()) {
            throw stale(person, edit);
        }
    }

    private static Problem stale(Person person, Edit<PersonField> edit) {
        var both = edit.values().entrySet().stream()
                .map(e -> new Both(e.getKey().code(), e.getValue(), person.value(e.getKey())))
                .filter(b -> !Objects.equals(b.yours(), b.theirs()))
                .toList();
        return Stale.problem(both, person.version());
    }

    private static Map<String, @Nullable String> columns(Person person, Map<PersonField, @Nullable String> changed) {
        var columns = new LinkedHashMap<String, @Nullable String>();
        changed.forEach((field, value) -> columns.put(field.column(), value));
        var name = PersonEdits.name(person.name(), changed);
        if (!name.equals(person.name())) {
            columns.put("sort_name", name.sorted());
        }
        return columns;
    }
}
