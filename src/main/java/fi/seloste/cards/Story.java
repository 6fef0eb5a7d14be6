package fi.seloste.cards;

import fi.seloste.register.Change;
import fi.seloste.register.Note;
import fi.seloste.register.TimelineItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of a timeline: what happened, what one may see alone, and where the older part begins. */
public record Story(List<Line> lines, String kind, @Nullable String older, Map<UUID, String> names) {

    /** What the chips name, and the groups or kinds of the timeline behind each. */
    static final Map<String, Set<String>> CHIPS = Map.of(
            "written", Set.of("note"),
            "call", Set.of("call"),
            "meeting", Set.of("meeting"),
            "task", Set.of("task"),
            "mail", Set.of("mail"),
            "change", Set.of("change"),
            "privacy", Set.of("marketing-ban", "organisation-ban"));

    public List<String> chips() {
        return List.of("written", "call", "meeting", "mail", "task", "change", "privacy");
    }

    /** What was changed in one act stands as one line: being added, or else the newest change, with the others below it. */
    static List<Line> gathered(List<Line> lines) {
        var gathered = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); ) {
            int end = i + 1;
            while (end < lines.size() && lines.get(i).isOneActWith(lines.get(end))) {
                end++;
            }
            var act = lines.subList(i, end);
            var head = act.stream().filter(Line::isAdding).findFirst().orElse(act.getFirst());
            gathered.add(head.with(act.stream().filter(line -> line != head).toList()));
            i = end;
        }
        return List.copyOf(gathered);
    }

    /** A line with what it tells of: a change with the value before, or a note. */
    public record Line(
            TimelineItem item,
            @Nullable Change change,
            @Nullable Note note,
            List<Line> with) {

        /** Changes that one act made at once: the first speaks for them. */
        boolean isOneActWith(Line other) {
            return change != null
                    && other.change != null
                    && change.at().equals(other.change.at())
                    && change.actorName().equals(other.change.actorName());
        }

        private boolean isAdding() {
            return kind().equals("added");
        }

        Line with(List<Line> others) {
            return new Line(item, change, note, List.copyOf(others));
        }

        public String icon() {
            if (item.group().equals("change")) {
                return switch (kind()) {
                    case "marketing-ban", "organisation-ban" -> "ban";
                    case "added" -> "user-plus";
                    default -> "pencil";
                };
            }
            if (item.group().equals("delivery")) {
                return "send";
            }
            if (item.group().equals("response")) {
                return switch (kind()) {
                    case "clicked" -> "click";
                    case "opened" -> "mail-opened";
                    default -> "robot";
                };
            }
            return switch (kind()) {
                case "call" -> "phone";
                case "meeting" -> "calendar-event";
                case "mail" -> "mail";
                case "task" -> "checkbox";
                case "note" -> "note";
                default -> "activity";
            };
        }

        public String tone() {
            return kind().endsWith("-ban") && !isLifting() ? "red" : "";
        }

        /** The end of a ban: what stood before it is told, and what became of it is the proof. */
        public boolean isLifting() {
            return kind().endsWith("-ban") && change != null && change.oldValue() != null;
        }

        public String kind() {
            return item.kind() == null ? item.group() : item.kind();
        }
    }
}
