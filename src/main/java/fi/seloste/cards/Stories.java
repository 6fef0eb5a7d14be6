package fi.seloste.cards;

import fi.seloste.register.Change;
import fi.seloste.register.Note;
import fi.seloste.register.Notebook;
import fi.seloste.register.Party;
import fi.seloste.register.Slice;
import fi.seloste.register.Timeline;
import fi.seloste.register.TimelineItem;
import fi.seloste.register.TimelineQuery;
import fi.seloste.staff.Staff;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads a part of a timeline with what its lines tell of. */
@Component
class Stories {

    private static final int SHOWN = 25;

    private final Timeline timeline;
    private final Notebook notebook;
    private final Staff staff;

    Stories(Timeline timeline, Notebook notebook, Staff staff) {
        this.timeline = timeline;
        this.notebook = notebook;
        this.staff = staff;
    }

    Story of(Viewpoint at, Map<String, String> query) {
        var kind = query.getOrDefault("kind", "");
        var kinds = Story.CHIPS.getOrDefault(kind, Set.of());
        var asked = new TimelineQuery(kinds, at.also(), SHOWN, query.get("after"));
        var read = items(at.party(), asked);
        var changes = changes(at, read.items());
        var notes = notes(read.items());
        var lines = read.items().stream()
                .map(item -> new Story.Line(item, changes.get(item.id()), notes.get(item.id()), List.of()))
                .toList();
        return new Story(
                Story.gathered(lines), kinds.isEmpty() ? "" : kind, read.next(), names(changes.values().stream()));
    }

    /** Names for values that are an employee's id. */
    Map<UUID, String> names(Stream<Change> changes) {
        var ids = changes.filter(c -> c.field().equals("owner"))
                .flatMap(c -> Stream.of(c.oldValue(), c.newValue()))
                .filter(Objects::nonNull)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        return staff.names(ids);
    }

    private Slice<TimelineItem> items(Party party, TimelineQuery asked) {
        if (party.person() != null) {
            return timeline.of(party.person(), asked);
        }
        return timeline.of(Objects.requireNonNull(party.organisation()), asked);
    }

    private Map<UUID, Change> changes(Viewpoint at, List<TimelineItem> items) {
        if (!at.seesHistory()) {
            return Map.of();
        }
        return timeline.changes(ids(items, "change")).stream()
                .collect(Collectors.toMap(Change::id, Function.identity()));
    }

    private Map<UUID, Note> notes(List<TimelineItem> items) {
        return notebook.notes(ids(items, "note")).stream().collect(Collectors.toMap(Note::id, Function.identity()));
    }

    private static List<UUID> ids(List<TimelineItem> items, String group) {
        return items.stream()
                .filter(item -> item.group().equals(group))
                .map(TimelineItem::id)
                .toList();
    }
}
