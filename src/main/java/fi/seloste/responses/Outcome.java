package fi.seloste.responses;

import java.util.List;

/** What came of a campaign, by kept numbers: those of people, and beside them those of machines. */
public record Outcome(boolean declared, Count opened, Count clicked, Readers readers, Parts parts) {

    /** How often, by people and by machines. */
    public record Count(long people, long machines) {

        static final Count NONE = new Count(0, 0);
    }

    /** Messages that a person opened or followed, of those whose readers let us know: each counted once. */
    public record Readers(long known, long openers, long clickers) {}

    /** The same numbers taken apart. */
    public record Parts(
            List<Link> links,
            List<Hour> hours,
            List<Part> languages,
            List<Part> segments,
            List<Part> subjects,
            List<Machine> machines) {}

    public record Link(String url, Count clicked) {}

    /** The hour after the campaign began; the last one is all that came later. */
    public record Hour(int hour, Count opened, Count clicked) {}

    /** Readers that have something in common, by its code; {@code people} is how many messages they were to get. */
    public record Part(String code, long people, Count opened, Count clicked) {}

    /** How often a rule said that it was a machine. */
    public record Machine(String rule, long many) {}

    public boolean isEmpty() {
        return opened.people() + opened.machines() + clicked.people() + clicked.machines() == 0;
    }
}
