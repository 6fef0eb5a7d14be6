package fi.seloste.evidence;

import fi.seloste.base.PersonId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One act as evidence: what was done, to whose data, to which object, and the details that only the person's own file keeps. */
public record Act(
        String name,
        @Nullable PersonId subject,
        @Nullable String objectKind,
        @Nullable UUID objectId,
        Map<String, ?> detail) {

    public Act {
        detail = Map.copyOf(detail);
    }

    public static Act of(String name) {
        return new Act(name, null, null, null, Map.of());
    }

    public Act on(PersonId person) {
        return new Act(name, person, objectKind, objectId, detail);
    }

    public Act about(String kind, UUID id) {
        return new Act(name, subject, kind, id, detail);
    }

    public Act with(Map<String, ?> more) {
        return new Act(name, subject, objectKind, objectId, more);
    }
}
