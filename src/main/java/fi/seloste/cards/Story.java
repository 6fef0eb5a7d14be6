package fi.seloste.cards;

import fi.seloste.register.Change;
import fi.seloste.register.Note;
import fi.seloste.register.TimelineItem;
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
            "privacy", Set.of("marketing-ban"));

    public List<String> chips() {
        return List.of("written", "call", "meeting", "mail", "task", "change", "privacy");
    }

    /** A line with what it tells of: a change with the value before, or a note. */
    public record Line(
            TimelineItem item, @Nullable Change change, @Nullable Note note) {

        public String icon() {
            if (item.group().equals("change")) {
                return switch (kind()) {
                    case "marketing-ban" -> "ban";
                    case "added" -> "user-plus";
                    default -> "pencil";
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
            return kind().equals("marketing-ban") && item.text() != null ? "red" : "";
        }

        public String kind() {
            return item.kind() == null ? item.group() : item.kind();
        }
    }
}
