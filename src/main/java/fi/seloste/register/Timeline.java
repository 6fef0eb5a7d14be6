package fi.seloste.register;

import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to what happened with a person or an organisation, newest first, and to the history of their fields. */
@Component
public class Timeline {

    private static final Comparator<TimelineItem> NEWEST = Comparator.comparing(TimelineItem::at)
            .thenComparing(Timeline::unsigned)
            .reversed();

    private final TimelineRows rows;
    private final Changes changes;
    private final Within within;
    private final Purposes purposes;

    Timeline(TimelineRows rows, Changes changes, Within within, Purposes purposes) {
        this.rows = rows;
        this.changes = changes;
        this.within = within;
        this.purposes = purposes;
    }

    public Slice<TimelineItem> of(PersonId person, TimelineQuery query) {
        return of(Party.of(person), query);
    }

    public Slice<TimelineItem> of(OrganisationId organisation, TimelineQuery query) {
        return of(Party.of(organisation), query);
    }

    /** What a field was before; of all fields where none is named. */
    public Slice<Change> history(Party party, @Nullable String field, int limit, @Nullable String after) {
        within.mustSee(party);
        var read = changes.of(party, field, Cursor.parse(after, 2), limit + 1);
        return Slice.of(read, limit, change -> Cursor.of(change.at(), change.id()));
    }

    /** The changes behind lines of a timeline, with what was there before. */
    public List<Change> changes(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : changes.of(ids);
    }

    /** Each purpose is asked for the tables that no purpose before it could read: nothing is told twice. */
    private Slice<TimelineItem> of(Party party, TimelineQuery query) {
        within.mustSee(party);
        var told = new HashSet<String>();
        var items = new ArrayList<TimelineItem>();
        for (var purpose : asked(query.also())) {
            items.addAll(in(purpose, () -> untold(party, query, told)));
        }
        items.sort(NEWEST);
        return Slice.of(items, query.limit(), item -> Cursor.of(item.at(), item.id()));
    }

    private List<TimelineItem> untold(Party party, TimelineQuery query, Set<String> told) {
        var tables = new HashSet<>(rows.tables(party));
        tables.removeAll(told);
        told.addAll(tables);
        return rows.newest(party, tables, query);
    }

    private Set<Purpose> asked(Set<Purpose> also) {
        var asked = new LinkedHashSet<Purpose>();
        asked.add(purposes.running());
        asked.addAll(also);
        return asked;
    }

    private List<TimelineItem> in(Purpose purpose, java.util.function.Supplier<List<TimelineItem>> work) {
        return purpose.login() == purposes.running().login()
                ? purposes.as(purpose, work)
                : purposes.apart(purpose, work);
    }

    /** As the database orders UUIDs: byte by byte, which Java's own order is not. */
    private static String unsigned(TimelineItem item) {
        return item.id().toString();
    }
}
