package fi.seloste.flows;

import java.time.Instant;

/** What somebody did with a flow. */
public record Deed(String kind, Instant at, String by) {}
