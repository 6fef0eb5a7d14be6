package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
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

/** The door to organisations that are in the register twice, as {@link Merging} is to people. */
@Component
public class MergingOrganisations {

    private final OrganisationRegister register;
    private final Merges merges;
    private final Twins twins;
    private final Index index;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Within within;
    private final Today today;

    MergingOrganisations(
            OrganisationRegister register,
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

    public record Choice(
            OrganisationField field,
            @Nullable String kept,
            @Nullable String gone) {}

    public record Preview(Organisation kept, Organisation gone, List<Choice> choices, List<Merging.Moved> moved) {}

    public List<Twin> twinsOf(OrganisationId organisation) {
        return twins.of(organisation);
    }

    public void keepApart(OrganisationId one, OrganisationId other, Actor actor) {
        within.mustChange(Party.of(register.get(one).id()));
        within.mustChange(Party.of(register.get(other).id()));
        var by = actor.staff();
        twins.keepApart(Party.of(one), other.value(), by, today.moment());
        twins.keepApart(Party.of(other), one.value(), by, today.moment());
    }

    public Preview preview(OrganisationId kept, OrganisationId gone) {
        var one = register.get(kept);
        var other = register.get(gone);
        refuseSame(kept, gone);
        var choices = Arrays.stream(OrganisationField.values())
                .map(field -> new Choice(field, one.value(field), other.value(field)))
                .filter(choice -> choice.gone() != null && !Objects.equals(choice.kept(), choice.gone()))
                .toList();
        return new Preview(one, other, choices, merges.rowsOf(Party.of(gone)));
    }

    public UUID merge(OrganisationId kept, OrganisationId gone, Set<OrganisationField> fromGone, Actor actor) {
        refuseSame(kept, gone);
        register.get(kept);
        var other = register.get(gone);
        within.mustChange(Party.of(kept));
        within.mustChange(Party.of(gone));
        var taken = new LinkedHashMap<OrganisationField, String>();
        fromGone.forEach(field -> {
            var value = other.value(field);
            if (value != null) {
                taken.put(field, value);
            }
        });
        var id = Ids.next();
        merges.organisations(new Merges.Row(
                id, kept.value(), gone.value(), today.moment(), today.day().plusDays(Merging.UNDO_DAYS), actor));
        register.change(kept, Edit.of(taken), actor);
        index.peopleOf(kept);
        evidence.record(
                actor, Act.of("merge").about("organisation", kept.value()).with(Map.of("gone", gone.toString())));
        events.publishEvent(new Organisation.Merged(kept, gone));
        return id;
    }

    public List<Merging.Merge> of(OrganisationId organisation) {
        within.mustSee(organisation);
        return merges.of(Party.of(organisation)).stream()
                .map(Merges.Made::merge)
                .toList();
    }

    public void undo(UUID id, Actor actor) {
        var made = merges.find(id).orElseThrow(() -> Problem.notFound("merge"));
        var kept = made.kept().organisation();
        if (kept == null) {
            throw Problem.notFound("merge");
        }
        within.mustChange(made.kept());
        UndoRule.check(made, merges.of(made.kept()), today.day());
        merges.part(made, today.moment());
        index.peopleOf(kept);
        index.peopleOf(new OrganisationId(made.merge().gone()));
        evidence.record(
                actor,
                Act.of("merge-undone").about("organisation", kept.value()).with(Map.of("merge", id.toString())));
    }

    private static void refuseSame(OrganisationId kept, OrganisationId gone) {
        if (kept.equals(gone)) {
            throw Problem.invalid("other", "register.merge.same");
        }
    }
}
