package fi.seloste.marketing;

/** So many people get no message, for this reason. */
public record Excluded(String reason, int people) {}
