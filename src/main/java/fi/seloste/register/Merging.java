package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The door to people who are in the register twice: who they may be, what a merge would do, the merge, and for thirty days its undoing.
 * A merge never permits what one of the two forbade.
 */
@Component
public class Merging {

    static final int UNDO_DAYS = 30;

    private final Register register;
    private final Merges merges;
    private final Twins twins;
    private final Index index;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Within within;
    private final Today today;

    Merging(
            Register register,
            Merges merges,
            Twins twins,
            Index index,
            Evidence evidence,
            ApplicationEventPublisher events,
            Within within,
            Today today) {
        this.register = register;
        this.merges = merges;
        this.twins = twins;
        this.index = index;
        this.evidence = evidence;
        this.events = events;
        this.within = within;
        this.today = today;
    }

    /** A merge that was made, and until when it can be undone. */
    public record Merge(
            UUID id,
            UUID gone,
            @Nullable String goneName,
            Instant at,
            String byName,
            LocalDate undoUntil,
            @Nullable Instant undoneAt) {}

    /** How many rows of a table would move. */
    public record Moved(String relation, long rows) {}

    /** A field in which the two differ; the kept one's value is taken unless it has none. */
    public record Choice(
            PersonField field,
            @Nullable String kept,
            @Nullable String gone) {

        public boolean suggestsGone() {
            return kept == null;
        }
    }

    public record Preview(Person kept, Person gone, List<Choice> choices, Standing standing, List<Moved> moved) {}

    /** Two people who look alike. */
    public record Pair(PersonId one, String oneName, PersonId other, String otherName) {}

    public List<Twin> twinsOf(PersonId person) {
        return twins.of(person);
    }

    /** Pairs over the whole register. */
    public Slice<Pair> pairs(int limit, @Nullable String after) {
        var read = twins.pairs(after, limit + 1);
        var items = read.stream()
                .limit(limit)
                .map(p -> new Pair(p.one(), p.oneName(), p.other(), p.otherName()))
                .toList();
        return new Slice<>(items, read.size() > limit ? read.get(limit - 1).mark() : null);
    }

    /** They are two; they are not proposed again. */
    public void keepApart(PersonId one, PersonId other, Actor actor) {
        within.mustChange(Party.of(register.get(one).id()));
        within.mustChange(Party.of(register.get(other).id()));
        var by = actor.staff();
        twins.keepApart(Party.of(one), other.value(), by, today.moment());
        twins.keepApart(Party.of(other), one.value(), by, today.moment());
    }

    public Preview preview(PersonId kept, PersonId gone) {
        var one = register.get(kept);
        var other = register.get(gone);
        refuseSame(kept, gone);
        var choices = Arrays.stream(PersonField.values())
                .map(field -> new Choice(field, one.value(field), other.value(field)))
                .filter(choice -> choice.gone() != null && !Objects.equals(choice.kept(), choice.gone()))
                .toList();
        return new Preview(one, other, choices, one.standing().join(other.standing()), merges.rowsOf(Party.of(gone)));
    }

    /** The named fields are taken from the one that goes, all others from the one that is kept. */
    public UUID merge(PersonId kept, PersonId gone, Set<PersonField> fromGone, Actor actor) {
        refuseSame(kept, gone);
        register.get(kept);
        var other = register.get(gone);
        within.mustChange(Party.of(kept));
        within.mustChange(Party.of(gone));
        var taken = new LinkedHashMap<PersonField, String>();
        fromGone.forEach(field -> {
            var value = other.value(field);
            if (value != null) {
                taken.put(field, value);
            }
        });
        var id = Ids.next();
        var now = today.moment();
        merges.people(
                new Merges.Row(id, kept.value(), gone.value(), now, today.day().plusDays(UNDO_DAYS), actor));
        register.change(kept, Edit.of(taken), actor);
        index.person(kept);
        evidence.record(
                actor, Act.of("merge").on(kept).about("person", gone.value()).with(Map.of("merge", id.toString())));
        events.publishEvent(new Person.Merged(kept, gone));
        return id;
    }

    public List<Merge> of(PersonId person) {
        within.mustSee(Party.of(person));
        return merges.of(Party.of(person)).stream().map(Merges.Made::merge).toList();
    }

    /** The two are two again, each with its own rows; what was forbidden since holds for both. */
    public void undo(UUID id, Actor actor) {
        var made = merges.find(id).orElseThrow(() -> Problem.notFound("merge"));
        var kept = made.kept().person();
        if (kept == null) {
            throw Problem.notFound("merge");
        }
        within.mustChange(made.kept());
        UndoRule.check(made, merges.of(made.kept()), today.day());
        var other = new PersonId(made.merge().gone());
        var before = register.get(kept);
        merges.part(made, today.moment());
        merges.settle(kept, other, today.day());
        register.change(kept, Edit.of(UndoRule.fieldsBack(made.undo(), before)), actor);
        index.person(kept);
        index.person(other);
        evidence.record(
                actor,
                Act.of("merge-undone").on(kept).about("person", other.value()).with(Map.of("merge", id.toString())));
        events.publishEvent(new Person.Parted(kept, other));
    }

    /** What was kept for undoing goes after its day; the daily job calls this. */
    public int forgetExpired() {
        return merges.forget(today.day());
    }

    private static void refuseSame(PersonId kept, PersonId gone) {
        if (kept.equals(gone)) {
            throw Problem.invalid("other", "register.merge.same");
        }
    }
}
