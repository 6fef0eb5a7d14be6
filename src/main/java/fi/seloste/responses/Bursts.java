package fi.seloste.responses;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Which links the same reader followed in the last moments: a message's own, or of a crowd's those from one address. It is forgotten with the next that
 * come, and written nowhere.
 */
@Component
class Bursts {

    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration TRAPPED = Duration.ofMinutes(1);
    private static final int REMEMBERED = 20_000;
    private static final int EACH = 64;

    private final Map<String, Reader> readers = new Remembered();

    private static final class Reader {
        private final Deque<Event> events = new ArrayDeque<>();
        private Instant trapped = Instant.MIN;

        private void forget(Instant now) {
            var since = now.minus(MOMENT);
            while (!events.isEmpty()
                    && (events.size() > EACH || events.getFirst().at().isBefore(since))) {
                events.removeFirst();
            }
        }
    }

    /** What the reader followed just now, this link among it. */
    synchronized Sign.Followed follow(String reader, int position, int of, Instant now) {
        var known = readers.computeIfAbsent(reader, key -> new Reader());
        known.forget(now);
        if (position == Token.TRAP) {
            known.trapped = now;
        }
        var others = known.events.stream()
                .filter(event -> !event.isOpen() && event.position() != position)
                .map(Event::position)
                .distinct()
                .count();
        return new Sign.Followed((int) others + 1, of, known.trapped.isAfter(now.minus(TRAPPED)));
    }

    /** What came shortly before and was taken for a person's: it was the same machine. */
    synchronized List<Event> before(String reader, Rule machine) {
        var known = readers.get(reader);
        if (known == null) {
            return List.of();
        }
        var before = new ArrayList<Event>();
        var all = List.copyOf(known.events);
        known.events.clear();
        for (var event : all) {
            if (event.rule().isMachine()) {
                known.events.add(event);
            } else {
                before.add(event);
                known.events.add(event.by(machine));
            }
        }
        return before;
    }

    synchronized void remember(String reader, Event event) {
        var known = readers.computeIfAbsent(reader, key -> new Reader());
        known.forget(event.at());
        known.events.add(event);
    }

    private static final class Remembered extends LinkedHashMap<String, Reader> {

        Remembered() {
            super(256, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reader> eldest) {
            return size() > REMEMBERED;
        }
    }
}
