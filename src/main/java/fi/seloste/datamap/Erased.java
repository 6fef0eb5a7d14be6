package fi.seloste.datamap;

import java.util.List;
import java.util.UUID;

/** People have been erased, at their request or because their time was over. Others hear of it in the transaction that does it. */
public record Erased(List<UUID> people) {}
