package fi.seloste.marketing;

import java.time.Duration;

/**
 * What leaves by a decision and not by the time, as the rest of an audience does while its subjects are tried: it is due so far beyond its campaign that only
 * the decision lets it go.
 */
public final class HeldBack {

    public static final Duration WAITS = Duration.ofDays(36_500);

    /** Of messages {@code d} those that wait so. */
    public static final String SQL = "d.next_at > d.queued_at + interval '30000 days'";

    private HeldBack() {}
}
