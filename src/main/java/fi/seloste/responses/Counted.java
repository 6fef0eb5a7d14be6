package fi.seloste.responses;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Numbers to be added to a campaign's, gathered from many events: for each a handful of rows, however many came. */
final class Counted {

    /** After a week the hours are not told apart any more. */
    static final int LAST_HOUR = 168;

    private final Map<Key, Long> numbers = new LinkedHashMap<>();

    record Key(UUID campaign, String aspect, String part, String kind) {}

    Map<Key, Long> numbers() {
        return numbers;
    }

    /** What turned out to be a machine's is taken from the people's numbers and added to those of machines. */
    void add(Pending.Change change) {
        if (change.isCorrection()) {
            add(change.event(), change.event().rule(), -1);
            add(change.event(), change.corrected(), 1);
        } else {
            add(change.event(), change.event().rule(), 1);
        }
    }

    void add(ResponseRecords.Readers readers) {
        add(readers.campaign(), "all", "", "opener", readers.openers());
        add(readers.campaign(), "all", "", "clicker", readers.clickers());
    }

    private void add(Event event, Rule rule, long many) {
        var campaign = event.way().campaign();
        var crowd = event.way().crowd();
        var kind = event.kind(rule);
        // The hidden link is no link of the campaign; that it was followed tells of a machine, and is no click.
        if (event.position() != Token.TRAP) {
            add(campaign, "all", "", kind, many);
            add(campaign, "hour", String.valueOf(hour(event)), kind, many);
            add(campaign, "language", crowd.language(), kind, many);
            add(campaign, "segment", crowd.segment(), kind, many);
            add(campaign, "subject", String.valueOf(crowd.subject()), kind, many);
            if (!event.isOpen()) {
                add(campaign, "link", String.valueOf(event.position()), kind, many);
            }
        }
        if (rule.isMachine()) {
            add(campaign, "rule", rule.code(), kind, many);
        }
    }

    private static long hour(Event event) {
        var hours = Duration.between(event.way().begun(), event.at()).toHours();
        return Math.clamp(hours, 0, LAST_HOUR);
    }

    private void add(UUID campaign, String aspect, String part, String kind, long many) {
        if (many != 0) {
            numbers.merge(new Key(campaign, aspect, part, kind), many, Long::sum);
        }
    }
}
