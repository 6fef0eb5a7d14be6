package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.Folded;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The door to organisations. Their people are shown as far as the running purpose sees them. */
@Component
public class OrganisationRegister {

    private final Organisations organisations;
    private final OrganisationLists lists;
    private final Changes changes;
    private final Index index;
    private final Cards cards;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final Within within;
    private final Today today;

    OrganisationRegister(
            Organisations organisations,
            OrganisationLists lists,
            Changes changes,
            Index index,
            Cards cards,
            Evidence evidence,
            ApplicationEventPublisher events,
            Within within,
            Today today) {
        this.organisations = organisations;
        this.lists = lists;
        this.changes = changes;
        this.index = index;
        this.cards = cards;
        this.evidence = evidence;
        this.events = events;
        this.within = within;
        this.today = today;
    }

    public Organisation get(OrganisationId id) {
        return find(id).orElseThrow(() -> Problem.notFound("organisation"));
    }

    public Optional<Organisation> find(OrganisationId id) {
        return organisations.find(id);
    }

    /** Where an old id leads after a merge. */
    public OrganisationId now(OrganisationId id) {
        return organisations.now(id).orElseThrow(() -> Problem.notFound("organisation"));
    }

    /** Whose domain this is, where exactly one organisation has it. */
    Optional<OrganisationId> ofDomain(String domain) {
        return organisations.ofDomain(domain);
    }

    public OrganisationId add(NewOrganisation wanted, Actor actor) {
        var organisation = owned(wanted);
        var id = OrganisationId.next();
        var now = today.moment();
        organisations.add(id, organisation, now);
        changes.write(
                new By(actor, now, organisation.origin().source()),
                Changes.Entry.of(Party.of(id), "added", null, organisation.name()));
        index.organisation(get(id));
        events.publishEvent(new Organisation.Added(id));
        return id;
    }

    public void change(OrganisationId id, Edit<OrganisationField> edit, Actor actor) {
        var organisation = get(id);
        within.mustChange(Party.of(id));
        if (edit.values().containsKey(OrganisationField.OWNER)) {
            within.mustName(edit.values().get(OrganisationField.OWNER));
        }
        if (edit.version() != null && edit.version() != organisation.version()) {
            throw stale(organisation, edit);
        }
        var changed = changed(organisation, edit);
        if (changed.isEmpty()) {
            return;
        }
        var now = today.moment();
        if (!organisations.set(id, columns(changed), edit.version(), now)) {
            throw stale(get(id), edit);
        }
        var by = new By(actor, now, edit.source());
        changed.forEach((field, value) ->
                changes.write(by, Changes.Entry.of(Party.of(id), field.code(), organisation.value(field), value)));
        index.organisation(get(id));
        if (changed.containsKey(OrganisationField.NAME)) {
            index.peopleOf(id);
        }
        events.publishEvent(new Organisation.Changed(id));
    }

    public Slice<OrganisationRow> list(OrganisationQuery query) {
        return lists.page(query);
    }

    /** Rows of known organisations, by name. */
    public List<OrganisationRow> rows(List<OrganisationId> organisations) {
        return lists.byIds(organisations);
    }

    /** What these words find, best matches first. */
    public List<OrganisationRow> find(String words, int most) {
        return lists.byWords(words, most);
    }

    /** All that a list finds, by name, up to a number. */
    public List<OrganisationId> all(OrganisationQuery query, int most) {
        return lists.ids(query, most);
    }

    /** The size of a list as far as anybody wants to know it: at most 10,001. */
    public int count(OrganisationQuery query) {
        return lists.count(query);
    }

    /** The people of an organisation with their roles, present ones first, by name. */
    public Slice<Member> members(OrganisationId id, Members which, Actor actor) {
        within.mustSee(id);
        var members = lists.members(id, which, today.day());
        evidence.consulted(
                actor,
                Evidence.How.LIST,
                members.items().stream().map(Member::person).toList());
        return members;
    }

    /** Which people of an organisation: with those who left, from a mark on. */
    public record Members(
            boolean withPast, int limit, @Nullable String after) {}

    /** Everything that the organisation's page shows beside its timeline. */
    public OrganisationCard card(OrganisationId id) {
        return cards.of(get(id));
    }

    private NewOrganisation owned(NewOrganisation organisation) {
        var named = organisation.field(OrganisationField.OWNER);
        var owner = within.ownerOfNew(named);
        if (owner == null || owner.equals(named)) {
            return organisation;
        }
        var fields = new LinkedHashMap<>(organisation.fields());
        fields.put(OrganisationField.OWNER, owner);
        return organisation.with(fields);
    }

    private static Map<OrganisationField, @Nullable String> changed(
            Organisation organisation, Edit<OrganisationField> edit) {
        var changed = new LinkedHashMap<OrganisationField, @Nullable String>();
        edit.values().forEach((field, value) -> changed.put(field, value.isBlank() ? null : field.checked(value)));
        if (changed.containsKey(OrganisationField.NAME) && changed.get(OrganisationField.NAME) == null) {
            throw Problem.invalid("name", "register.organisation.nameMissing");
        }
        changed.entrySet().removeIf(e -> Objects.equals(e.getValue(), organisation.value(e.getKey())));
        return changed;
    }

    private static Map<String, @Nullable String> columns(Map<OrganisationField, @Nullable String> changed) {
        var columns = new LinkedHashMap<String, @Nullable String>();
        changed.forEach((field, value) -> columns.put(field.column(), value));
        var name = changed.get(OrganisationField.NAME);
        if (name != null) {
            columns.put("name_folded", Folded.of(name));
        }
        return columns;
    }

    private static Problem stale(Organisation organisation, Edit<OrganisationField> edit) {
        var both = edit.values().entrySet().stream()
                .map(e -> new Both(e.getKey().code(), e.getValue(), organisation.value(e.getKey())))
                .filter(b -> !Objects.equals(b.yours(), b.theirs()))
                .toList();
        return Stale.problem(both, organisation.version());
    }

    /** A person of an organisation, in a row. */
    public record Member(
            PersonId person,
            String name,
            Affiliation affiliation,
            @Nullable String email,
            @Nullable String phone,
            Standing standing) {}
}
