package fi.seloste.events;

import fi.seloste.base.Problem;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the form of an event sends: {@code name.fi} and so on by language, times as clocks at the event's place show them, and what guests are asked. What
 * was typed is shown again as it was.
 */
public record EventForm(Map<String, List<String>> sent) {

    /** How many questions of one's own a form has room for. */
    public static final int OWN = 3;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final String NO = "no";
    private static final String MUST = "must";

    static EventForm of(MultiValueMap<String, String> sent) {
        return new EventForm(Map.copyOf(sent));
    }

    static EventForm empty(ZoneId zone) {
        var sent = new LinkedHashMap<String, List<String>>();
        sent.put("zone", List.of(zone.getId()));
        sent.put("waiting", List.of("true"));
        sent.put("organisation", List.of("may"));
        sent.put("phone", List.of(NO));
        sent.put("reminders", List.of("1440"));
        return new EventForm(sent);
    }

    static EventForm of(Event event, List<Reminder> reminders) {
        var sent = new LinkedHashMap<String, List<String>>();
        event.plan().words().forEach((language, words) -> {
            sent.put("name." + language, List.of(words.name()));
            sent.put("description." + language, List.of(words.description()));
            sent.put("place." + language, List.of(words.place()));
            sent.put("link." + language, List.of(words.link()));
        });
        var times = event.times();
        sent.put("starts", List.of(CLOCK.format(times.start())));
        sent.put("ends", List.of(CLOCK.format(times.end())));
        sent.put("zone", List.of(times.zone().getId()));
        if (times.closesAt() != null) {
            sent.put("closes", List.of(CLOCK.format(times.closesAt().atZone(times.zone()))));
        }
        var seats = event.plan().seats();
        sent.put(
                "capacity",
                List.of(seats.capacity() == null ? "" : seats.capacity().toString()));
        sent.put("waiting", seats.waitingList() ? List.of("true") : List.of());
        sent.put(
                "reminders",
                reminders.stream().map(one -> String.valueOf(one.minutes())).toList());
        asked(event, sent);
        sent.put("version", List.of(String.valueOf(event.course().version())));
        return new EventForm(sent);
    }

    private static void asked(Event event, Map<String, List<String>> sent) {
        for (var id : List.of("organisation", "phone")) {
            sent.put(
                    id,
                    List.of(event.asked(id)
                            .map(one -> one.required() ? MUST : "may")
                            .orElse(NO)));
        }
        event.asked("need").ifPresent(one -> {
            sent.put("need", List.of("true"));
            one.words().forEach((language, words) -> sent.put("need." + language, List.of(words)));
        });
        int n = 1;
        for (var one : event.plan().asked()) {
            if (one.asksOwnWords()) {
                var name = "q" + n++;
                one.words().forEach((language, words) -> sent.put(name + "." + language, List.of(words)));
                sent.put(name + ".required", one.required() ? List.of("true") : List.of());
            }
        }
    }

    /** As it is shown again; empty where nothing was sent. */
    public String shown(String name) {
        var values = sent.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst() == null ? "" : values.getFirst();
    }

    public boolean has(String name) {
        return !shown(name).isEmpty();
    }

    public boolean has(String name, String value) {
        return sent.getOrDefault(name, List.of()).contains(value);
    }

    int version() {
        return shown("version").matches("\\d{1,9}") ? Integer.parseInt(shown("version")) : 0;
    }

    Event.Plan plan() {
        var words = new TreeMap<String, Words>();
        Words.LANGUAGES.forEach(language -> words.put(language, words(language)));
        return new Event.Plan(words, times(), seats(), asked(), reminders());
    }

    private Words words(String language) {
        try {
            return new Words(
                    shown("name." + language),
                    shown("description." + language),
                    shown("place." + language),
                    shown("link." + language));
        } catch (Problem.Invalid e) {
            throw e.in(e.field() + "." + language);
        }
    }

    private Times times() {
        var zone = Times.zone(shown("zone"));
        return new Times(
                Times.moment("starts", shown("starts"), zone),
                Times.moment("ends", shown("ends"), zone),
                zone,
                has("closes") ? Times.moment("closes", shown("closes"), zone) : null);
    }

    private Event.Seats seats() {
        var capacity = shown("capacity").strip();
        if (!capacity.isEmpty() && !capacity.matches("\\d{1,6}")) {
            throw Problem.invalid("capacity", "events.capacity.wrong", 100_000);
        }
        return new Event.Seats(capacity.isEmpty() ? null : (Integer) Integer.parseInt(capacity), has("waiting"));
    }

    private List<Asked> asked() {
        var asked = new ArrayList<Asked>();
        if (!choice("organisation").equals(NO)) {
            asked.add(Asked.organisation(choice("organisation").equals(MUST)));
        }
        if (!choice("phone").equals(NO)) {
            asked.add(Asked.phone(choice("phone").equals(MUST)));
        }
        for (int n = 1; n <= OWN; n++) {
            var words = spoken("q" + n);
            if (!words.isEmpty()) {
                asked.add(new Asked("q" + n, Asked.Kind.TEXT, has("q" + n + ".required"), words));
            }
        }
        if (has("need")) {
            asked.add(Asked.need(spoken("need")));
        }
        return asked;
    }

    private String choice(String name) {
        return has(name) ? shown(name) : NO;
    }

    private Map<String, String> spoken(String name) {
        var words = new TreeMap<String, String>();
        Words.LANGUAGES.forEach(language -> {
            var text = shown(name + "." + language).strip();
            if (!text.isEmpty()) {
                words.put(language, text);
            }
        });
        return words;
    }

    private List<Integer> reminders() {
        return sent.getOrDefault("reminders", List.of()).stream()
                .map(EventForm::minutes)
                .toList();
    }

    private static int minutes(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,6}")) {
            throw Problem.invalid("reminders", "events.reminder.wrong", 100_000);
        }
        return Integer.parseInt(text);
    }
}
