package fi.seloste.flows;

import fi.seloste.base.PersonId;
import fi.seloste.ui.Said;
import fi.seloste.ui.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is on the way through a flow and where, or who left it and why. */
public record PassageListPage(
        Flow flow, Which which, List<Row> rows, @Nullable String next) implements View {

    /** Whom the list holds: who left, or who stands at a step, or at any. */
    public record Which(boolean left, @Nullable Said step) {}

    public record Row(
            UUID id,
            PersonId person,
            String name,
            Said where,
            Instant since,
            @Nullable Instant due) {}

    public String url() {
        return "/marketing/flows/" + flow.id();
    }

    @Override
    public String as() {
        return "marketing";
    }
}
