package fi.seloste.register;

import fi.seloste.base.Problem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** When a merge may be undone, and which of the kept one's fields go back. */
final class UndoRule {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private UndoRule() {}

    /** Within its days, once, and the newest first: an older one would tear rows that a newer one moved. */
    static void check(Merges.Made made, List<Merges.Made> newestFirst, LocalDate today) {
        if (made.merge().undoneAt() != null) {
            throw Problem.conflict("register.merge.undone");
        }
        if (made.undo() == null || today.isAfter(made.merge().undoUntil())) {
            throw Problem.conflict("register.merge.expired", made.merge().undoUntil());
        }
        var newest = newestFirst.stream()
                .filter(m -> m.merge().undoneAt() == null)
                .findFirst()
                .orElse(made);
        if (!newest.merge().id().equals(made.merge().id())) {
            throw Problem.conflict("register.merge.newerFirst");
        }
    }

    /** Fields that the merge took from the other and that nobody has touched since. */
    static Map<PersonField, String> fieldsBack(@Nullable String undo, Person now) {
        var back = new LinkedHashMap<PersonField, String>();
        if (undo == null) {
            return back;
        }
        var tree = JSON.readTree(undo);
        for (var field : PersonField.values()) {
            var kept = text(tree.path("kept").path(field.column()));
            var gone = text(tree.path("gone").path(field.column()));
            var value = now.value(field);
            if (!Objects.equals(value, kept) && Objects.equals(value, gone)) {
                back.put(field, kept == null ? "" : kept);
            }
        }
        return back;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.asString();
    }
}
