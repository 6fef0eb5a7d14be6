package fi.seloste.events;

import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.register.Ban;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever gives the evenings of these tests: makes events, lets people register as the page does, and runs what happens afterwards. */
@TestComponent
public class Hosting {

    static final Actor JENNY =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000dddd"), "Jenny Sandberg");
    static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Pattern OWN = Pattern.compile("/e/own/([A-Za-z0-9_-]{43})");

    final Events events;
    final GuestList guests;
    final Registering registering;
    final EventWords words;
    final Telling telling;
    final Tending tending;
    final Register register;
    final MarketingBan bans;
    final Mail mail;
    final Purposes purposes;
    final JdbcClient jdbc;
    final TurnedClock clock;

    Hosting(
            Events events,
            GuestList guests,
            Registering registering,
            EventWords words,
            Telling telling,
            Tending tending,
            Register register,
            MarketingBan bans,
            Mail mail,
            Purposes purposes,
            JdbcClient jdbc,
            TurnedClock clock) {
        this.events = events;
        this.guests = guests;
        this.registering = registering;
        this.words = words;
        this.telling = telling;
        this.tending = tending;
        this.register = register;
        this.bans = bans;
        this.mail = mail;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The preparedness day on 21 January 2027, from nine to four in Tampere. */
    static Event.Plan plan(@Nullable Integer capacity, boolean waitingList, Asked... asked) {
        return plan(
                "Varautumispäivä",
                "2027-01-21T09:00",
                "2027-01-21T16:00",
                new Event.Seats(capacity, waitingList),
                asked);
    }

    static Event.Plan plan(String name, String starts, String ends, Event.Seats seats, Asked... asked) {
        return new Event.Plan(
                Map.of(
                        "fi",
                                new Words(
                                        name,
                                        "Tule mukaan; tuo ystävä, ja aikaa.",
                                        "Tampere-talo, Yliopistonkatu 55",
                                        ""),
                        "en", new Words(name + " in English", "Come along.", "Tampere Hall", "")),
                new Times(
                        Times.moment("starts", starts, HELSINKI), Times.moment("ends", ends, HELSINKI), HELSINKI, null),
                seats,
                List.of(asked),
                List.of(1_440));
    }

    Event opened(@Nullable Integer capacity, boolean waitingList, Asked... asked) {
        return opened(plan(capacity, waitingList, asked));
    }

    Event opened(Event.Plan plan) {
        return marketing(() -> {
            var id = events.add(plan, JENNY);
            events.open(id, JENNY);
            return events.get(id);
        });
    }

    /** An evening with so many places, and a line. */
    public UUID evening(int places) {
        return opened(places, true).id();
    }

    /** Somebody registers at the page. */
    public void guest(UUID event, String name, String email) {
        registers(marketing(() -> events.get(event)), name, email);
    }

    /** Ticked off at the door. */
    public void letIn(UUID event, String email) {
        var id = (UUID) row(email).get("participation_id");
        customer(() -> {
            guests.checkIn(event, id, JENNY);
            return true;
        });
    }

    Event now(Event event) {
        return marketing(() -> events.get(event.id()));
    }

    <T> T marketing(java.util.function.Supplier<T> work) {
        return purposes.as(Purpose.MARKETING, work);
    }

    <T> T customer(java.util.function.Supplier<T> work) {
        return purposes.as(Purpose.CUSTOMER, work);
    }

    /** As the public page takes it, and then what happens afterwards. */
    Registrations.Became registers(Event event, String name, String email, String... more) {
        var became = comes(event, name, email, more);
        afterwards();
        return became;
    }

    Registrations.Became comes(Event event, String name, String email, String... more) {
        return registering.register(event, wish(event, name, email, more), null, () -> {});
    }

    Wish wish(Event event, String name, String email, String... more) {
        var sent = new HashMap<>(Map.of("name", name, "email", email));
        for (int i = 0; i < more.length; i += 2) {
            sent.put(more[i], more[i + 1]);
        }
        return Wish.of(event, "fi", sent, words.in(Locale.of("fi")));
    }

    /** Runs the jobs that were asked for, as the workshop does. */
    void afterwards() {
        var waiting = purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("delete from store.scheduled_tasks where task_name = :job returning task_instance")
                        .param("job", Telling.JOB)
                        .query(String.class)
                        .list());
        waiting.stream().sorted().forEach(telling::run);
        if (!waiting.isEmpty()) {
            afterwards();
        }
    }

    /** Letters to an address, the oldest first. */
    List<Mail.Sent> letters(String address) {
        return mail.newest(5_000).stream()
                .filter(one -> one.recipient().equals(address))
                .sorted(java.util.Comparator.comparing(Mail.Sent::letterId))
                .toList();
    }

    List<String> kinds(String address) {
        return letters(address).stream().map(Mail.Sent::kind).toList();
    }

    String calendar(String address) {
        return mail.file(letters(address).getLast().letterId())
                .orElseThrow()
                .text()
                .replace("\r\n ", "");
    }

    /** The link in the newest letter to an address. */
    String link(String address) {
        var link = OWN.matcher(letters(address).getLast().body());
        if (!link.find()) {
            throw new AssertionError("no link for " + address);
        }
        return link.group(1);
    }

    void cancels(String address) {
        registering.cancel(registering.open(link(address)));
        afterwards();
    }

    Numbers numbers(Event event) {
        return marketing(() -> events.numbers(event.id()));
    }

    PersonId met(String name, String email) {
        return customer(() -> register.add(
                NewPerson.of(PersonName.of(name), new Origin(Source.MET_IN_PERSON, null, TODAY))
                        .reachedBy(ContactPoint.New.email(email)),
                JENNY));
    }

    void ban(PersonId person) {
        customer(() -> bans.ban(person, Ban.because("asked by phone"), JENNY));
    }

    List<UUID> people(String email) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select person_id from register.contact_point where value = :email order by 1")
                        .param("email", email)
                        .query(UUID.class)
                        .list());
    }

    Map<String, Object> row(String email) {
        return purposes.as(
                Purpose.OWNER, () -> jdbc.sql("""
                                select participation_id, person_id, standing, state, confirmed_at, organisation
                                  from events.participation
                                 where email = :email
                                 order by number desc limit 1""").param("email", email).query().singleRow());
    }

    int count(String table) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single());
    }
}
