package fi.seloste.demo;

import fi.seloste.base.LegalTime;
import fi.seloste.events.Asked;
import fi.seloste.events.Event;
import fi.seloste.events.Events;
import fi.seloste.events.GuestList;
import fi.seloste.events.Participation;
import fi.seloste.events.Registering;
import fi.seloste.events.Telling;
import fi.seloste.events.Tending;
import fi.seloste.events.Times;
import fi.seloste.events.Words;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A morning that was held, with whoever came and did not, and a day that is ahead: full, with a line and somebody who has not confirmed. */
@Component
@Profile("demo")
class Evenings implements Chapter {

    private static final Pattern OWN = Pattern.compile("/e/own/([A-Za-z0-9_-]{43})");
    private static final String BORIS_SAYS = "Inga nötter, tack";

    private final Events events;
    private final GuestList guests;
    private final Registering registering;
    private final Telling telling;
    private final Tending tending;
    private final CalendarAnswers calendars;
    private final Mail mail;
    private final Purposes purposes;

    Evenings(
            Events events,
            GuestList guests,
            Registering registering,
            Telling telling,
            Tending tending,
            CalendarAnswers calendars,
            Mail mail,
            Purposes purposes) {
        this.events = events;
        this.guests = guests;
        this.registering = registering;
        this.telling = telling;
        this.tending = tending;
        this.calendars = calendars;
        this.mail = mail;
        this.purposes = purposes;
    }

    /** Words of the two events, by language. */
    record Told(Map<String, Words> morning, Map<String, Words> day) {}

    @Override
    public void lay(Stage stage) {
        var told = JsonMapper.shared().readValue(Script.bytes("events.json"), new TypeReference<Told>() {});
        morning(told.morning(), stage);
        day(told.day(), stage);
    }

    private void morning(Map<String, Words> words, Stage stage) {
        var made = stage.daysAgo(62);
        var held = stage.daysAgo(27).atZone(Stage.PLACE).toLocalDate();
        var starts = held.atTime(LocalTime.of(8, 30)).atZone(Stage.PLACE).toInstant();
        var plan = new Event.Plan(
                words,
                new Times(starts, starts.plusSeconds(2 * 3600 + 1800), Stage.PLACE, null),
                new Event.Seats(60, true),
                List.of(Asked.organisation(false)),
                List.of(1_440));
        var event = new AtomicReference<Event>();
        stage.apart(made, () -> event.set(opened(plan, stage)));
        var coming = List.of(
                "Ada Koskinen",
                "Helka Autio",
                "Elina Kivelä",
                "Kaisa Rautala",
                "Pia Nurmela",
                "Rosa Haddad",
                "Sampo Kokkola",
                "Tatjana Orlova",
                "Matti Korhola",
                "Aava Hietamäki",
                "Ville Kortesuo");
        for (int i = 0; i < coming.size(); i++) {
            var name = coming.get(i);
            stage.apart(stage.daysAgo(58 - 2 * i, made), () -> comes(of(event), name, "fi", Map.of()));
        }
        stage.apart(starts.plusSeconds(-600), () -> letIn(of(event), coming.size() - 3, stage));
        stage.apart(starts.plusSeconds(4 * 3600), tending::run);
    }

    private void day(Map<String, Words> words, Stage stage) {
        var made = stage.daysAgo(20);
        var ahead = LegalTime.workingDayFrom(stage.today().plusDays(45));
        var starts = ahead.atTime(LocalTime.of(9, 0)).atZone(Stage.PLACE).toInstant();
        var plan = new Event.Plan(
                words,
                new Times(
                        starts,
                        starts.plusSeconds(7 * 3600),
                        Stage.PLACE,
                        ahead.minusDays(5)
                                .atTime(LocalTime.of(16, 0))
                                .atZone(Stage.PLACE)
                                .toInstant()),
                new Event.Seats(14, true),
                List.of(
                        Asked.organisation(true),
                        new Asked(
                                "q1",
                                Asked.Kind.TEXT,
                                false,
                                Map.of(
                                        "fi", "Mitä haluat kysyä muilta?",
                                        "sv", "Vad vill du fråga de andra?",
                                        "en", "What would you like to ask the others?")),
                        Asked.need(Map.of())),
                List.of(10_080, 1_440));
        var event = new AtomicReference<Event>();
        stage.apart(made, () -> {
            calendars.areRead(stage);
            event.set(opened(plan, stage));
        });
        var coming = List.of(
                "Boris Lindqvist",
                "Ada Koskinen",
                "Chen Wei",
                "Laura Niskanen",
                "Ilari Vesala",
                "Daniel Forsgård",
                "Hanna Tolvonen",
                "Joakim Sjöberg",
                "Miika Halmela",
                "Nora Engström",
                "Sampo Kokkola",
                "Oona Rinne",
                "Eero Vuorela",
                "Lauri Suvanto",
                "Kaisa Rautala",
                "Signe Backlund");
        for (int i = 0; i < coming.size(); i++) {
            var name = coming.get(i);
            var answers = name.startsWith("Boris")
                    ? Map.of("a.need", BORIS_SAYS, "agree", "true")
                    : name.startsWith("Ada") ? Map.of("a.q1", "Miten yövuoro tavoitetaan?") : Map.<String, String>of();
            stage.apart(stage.daysAgo(19 - i, made), () -> comes(of(event), name, "fi", answers));
        }
        calendars(event, stage);
        stage.apart(stage.daysAgo(0), () -> registers(of(event), "Matti Korhola", "fi", Map.of()));
    }

    /** One says yes once more, one is not sure, and one cannot come after all: the next in line gets the place. */
    private void calendars(AtomicReference<Event> event, Stage stage) {
        var answers = List.of(
                List.of("Ada Koskinen", "ACCEPTED", "Tulen junalla, olen perillä yhdeksältä."),
                List.of("Miika Halmela", "TENTATIVE", ""),
                List.of("Ilari Vesala", "DECLINED", "Olen silloin päivystäjänä."));
        for (int i = 0; i < answers.size(); i++) {
            var said = answers.get(i);
            var at = stage.daysAgo(9 - 3 * i);
            stage.apart(at, () -> calendars.answer(address(said.getFirst()), said.get(1), said.get(2), at));
        }
        stage.apart(
                stage.daysAgo(0),
                () -> seen(of(event)).forEach(one -> telling.run(one.id().toString())));
    }

    private Event opened(Event.Plan plan, Stage stage) {
        var jenny = stage.crew.jenny().actor();
        return purposes.as(Purpose.MARKETING, () -> {
            var id = events.add(plan, jenny);
            events.open(id, jenny);
            return events.get(id);
        });
    }

    /** Registers, and where the register knew the address confirms by the letter. */
    private void comes(Event event, String name, String language, Map<String, String> answers) {
        var email = registers(event, name, language, answers);
        confirms(email, event);
    }

    private String registers(Event event, String name, String language, Map<String, String> answers) {
        var known = Script.lines("cast.txt").stream()
                .filter(line -> line.get(1).equals(name))
                .findFirst();
        var email = address(name);
        var sent = new HashMap<>(answers);
        sent.put("name", name);
        sent.put("email", email);
        sent.put(
                "organisation",
                known.map(line -> Firm.called(line.getFirst()).name()).orElse("Uusikuja Oy"));
        registering.register(
                event, sent, Locale.of(known.map(line -> line.get(3)).orElse(language)), null);
        told(event, email);
        return email;
    }

    private static String address(String name) {
        var firm = Script.lines("cast.txt").stream()
                .filter(line -> line.get(1).equals(name))
                .findFirst()
                .map(List::getFirst)
                .orElse("uusikuja");
        return mailbox(name) + "@" + firm + ".example";
    }

    private static String mailbox(String name) {
        return fi.seloste.base.Folded.of(name).replace(' ', '.');
    }

    private void confirms(String email, Event event) {
        mail.newest(40).stream()
                .filter(letter -> letter.kind().equals("event-confirm")
                        && letter.recipient().equals(email))
                .map(letter -> OWN.matcher(letter.body()))
                .filter(java.util.regex.Matcher::find)
                .findFirst()
                .ifPresent(link -> registering.confirm(link.group(1)));
        told(event, email);
    }

    /** What the job does after each act, at the time of the story. */
    private void told(Event event, String email) {
        seen(event).stream()
                .filter(one -> one.guest().email().equals(email))
                .forEach(one -> telling.run(one.id().toString()));
    }

    private void letIn(Event event, int most, Stage stage) {
        var jenny = stage.crew.jenny().actor();
        var coming = seen(event).stream()
                .filter(Participation::hasPlace)
                .limit(most)
                .map(Participation::id)
                .toList();
        inCustomer(() -> {
            coming.forEach(id -> guests.checkIn(event.id(), id, jenny));
            return true;
        });
    }

    private List<Participation> seen(Event event) {
        return inCustomer(() -> guests.of(event.id(), Evidence.How.LIST, fi.seloste.base.Actor.system("demo")));
    }

    private <T> T inCustomer(Supplier<T> work) {
        return purposes.as(Purpose.CUSTOMER, work);
    }

    private static Event of(AtomicReference<Event> event) {
        return Objects.requireNonNull(event.get());
    }
}
