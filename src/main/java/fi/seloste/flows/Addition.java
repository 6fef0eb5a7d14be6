package fi.seloste.flows;

import java.time.Instant;
import java.util.UUID;

/** That everybody in an audience enters a flow, part by part: how many fitted when it was asked, how far it is, and who asked. */
public record Addition(UUID id, UUID flow, UUID audience, Progress progress, Instant at, String by) {

    /** Of so many people so many have been looked at, and so many of these entered. */
    public record Progress(int people, int looked, int entered) {}

    /** What came of adding an audience: who entered at once, or that it goes on by itself. */
    public record Added(int entered, boolean underWay) {}
}
