package fi.seloste.marketing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a campaign that is leaving does not get on just now, since when, and when it is tried again where that is known. */
public record Halt(String code, Instant since, @Nullable Instant until) {}
