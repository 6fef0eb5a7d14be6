package fi.seloste.console;

import fi.seloste.evidence.Evidence;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was done to whose data, newest first; and, when asked for, whether the chain of seals and the grants hold. */
public record EvidencePage(
        List<Evidence.Line> lines,
        Map<UUID, String> names,
        @Nullable Checked checked) implements View {

    private static final JsonMapper JSON = new JsonMapper();

    /** The first seal that does not hold, and where the database grants other than the notice says. */
    public record Checked(@Nullable Long brokenSeal, List<String> drift) {}

    /** The facts of an act as pairs; what a fact is called is the name that the chain is sealed with. */
    public static String said(String detail) {
        return JSON.readTree(detail).properties().stream()
                .map(fact -> fact.getKey() + ": " + value(fact.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private static String value(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().map(EvidencePage::value).collect(Collectors.joining(", "));
        }
        return node.isValueNode() ? node.asString() : node.toString();
    }

    public String actor(Evidence.Line line) {
        var name = line.actorId() == null ? null : names.get(line.actorId());
        return name == null ? line.actorKind() : name;
    }
}
