package fi.seloste.console;

import fi.seloste.evidence.Evidence;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done to whose data, newest first; and, when asked for, whether the chain of seals and the grants hold. */
public record EvidencePage(
        List<Evidence.Line> lines,
        Map<UUID, String> names,
        @Nullable Checked checked) implements View {

    /** The first seal that does not hold, and where the database grants other than the notice says. */
    public record Checked(@Nullable Long brokenSeal, List<String> drift) {}

    public String actor(Evidence.Line line) {
        var name = line.actorId() == null ? null : names.get(line.actorId());
        return name == null ? line.actorKind() : name;
    }
}
