package fi.seloste.register;

import fi.seloste.base.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who changes something, when, and from what source they know it: what the history writes beside each change. */
record By(Actor actor, Instant at, @Nullable Source source) {}
