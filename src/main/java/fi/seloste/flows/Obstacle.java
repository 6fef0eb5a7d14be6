package fi.seloste.flows;

import fi.seloste.ui.Said;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What keeps a flow from beginning, and the step that it lies in, if one. */
public record Obstacle(@Nullable UUID step, Said said) {}
