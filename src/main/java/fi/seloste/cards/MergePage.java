package fi.seloste.cards;

import fi.seloste.register.Merging;
import fi.seloste.register.Standing;
import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two that may be one, side by side: which value of each field stays, what moves, and that the strictest permission wins. */
public record MergePage(
        Viewpoint at,
        Side kept,
        Side gone,
        List<Choice> choices,
        List<Merging.Moved> moved,
        @Nullable Standing standing)
        implements View {

    public record Side(String id, String name) {}

    /** A field in which they differ. */
    public record Choice(
            String field, @Nullable String kept, @Nullable String gone, boolean suggestsGone) {}

    public String url() {
        return at.to("/merge/" + gone.id());
    }

    /** The other way round: this one goes, the other stays. */
    public String turned() {
        return at.with((at.isPerson() ? "/people/" : "/organisations/") + gone.id() + "/merge/" + kept.id());
    }

    @Override
    public String as() {
        return at.purpose().code();
    }
}
