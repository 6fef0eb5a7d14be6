package fi.seloste.console;

import fi.seloste.evidence.Evidence;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done to whose data, newest first, and whether the chain of seals holds. */
public record EvidencePage(
        List<Evidence.Line> lines,
        Map<UUID, String> names,
        @Nullable Long brokenSeal,
        List<String> drift) implements View {

    public String actor(Evidence.Line line) {
        var name = line.actorId() == null ? null : names.get(line.actorId());
        return name == null ? line.actorKind() : name;
    }
}
