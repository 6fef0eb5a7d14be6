package fi.seloste.flows;

import fi.seloste.ui.Said;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What keeps a flow from beginning, and the step that it lies in, if one. */
public record Obstacle(@Nullable UUID step, Said said) {

    static final String OF_MAIL = "flows.obstacle.mail";

    /** As it is told at the step itself, where the mail needs no name. */
    Said here() {
        return said.key().equals(OF_MAIL) && said.arguments().getLast() instanceof Said inner ? inner : said;
    }
}
