package fi.seloste.flows;

import java.time.Instant;
import java.util.UUID;

/** The steps of a flow as they have held for whoever entered since then. */
public record Edition(UUID id, UUID flow, int number, Drawing drawing, Instant startedAt) {}
