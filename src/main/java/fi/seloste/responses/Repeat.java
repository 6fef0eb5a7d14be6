package fi.seloste.responses;

import java.util.UUID;

/** A campaign that goes again to readers of an earlier one; {@code unknownToo} lets in those of whom we may not know whether they clicked. */
public record Repeat(UUID campaign, UUID first, boolean unknownToo) {}
