package fi.seloste.events;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.ContentHandler;

/**
 * The fields of a calendar's one event as they stand there, without a look at times and zones: programs write zones that only they know, and an answer needs
 * none. Where there are two events, or two who answer, there is no answer.
 */
final class CalendarFields implements ContentHandler {

    private static final int MOST = 200;

    private final Deque<String> within = new ArrayDeque<>();
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();
    private String property = "";
    private int events;
    private int attendees;
    private int seen;

    /** Empty where it does not stand there. */
    String first(String name) {
        return fields.getOrDefault(name, "");
    }

    String answer() {
        return events == 1 && attendees == 1 ? parameters.getOrDefault("PARTSTAT", "") : "";
    }

    /** Outlook and Apple write it into a field, Google beside the answer. */
    String comment() {
        return first("COMMENT").isBlank()
                ? parameters.getOrDefault("X-RESPONSE-COMMENT", "")
                : first("COMMENT").replaceAll("\\\\[nN]", " ").replaceAll("\\\\([\\\\;,])", "$1");
    }

    @Override
    public void startComponent(String name) {
        within.push(name.toUpperCase(Locale.ROOT));
        events += "VEVENT".equals(within.peek()) ? 1 : 0;
    }

    @Override
    public void endComponent(String name) {
        within.poll();
    }

    @Override
    public void startProperty(String name) {
        if (++seen > MOST) {
            throw new IllegalArgumentException("more fields than an answer has");
        }
        property = name.toUpperCase(Locale.ROOT);
        attendees += isOfEvent() && property.equals("ATTENDEE") ? 1 : 0;
    }

    @Override
    public void propertyValue(String value) {
        if (isOfEvent() || (within.isEmpty() && property.equals("METHOD"))) {
            fields.putIfAbsent(property, value);
        }
    }

    @Override
    public void parameter(String name, String value) {
        if (isOfEvent() && property.equals("ATTENDEE")) {
            parameters.putIfAbsent(name.toUpperCase(Locale.ROOT), value.replaceAll("^\"|\"$", ""));
        }
    }

    private boolean isOfEvent() {
        return within.size() == 1 && "VEVENT".equals(within.peek());
    }

    @Override
    public void endProperty(String name) {
        property = "";
    }

    @Override
    public void startCalendar() {}

    @Override
    public void endCalendar() {}
}
