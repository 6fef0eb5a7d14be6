package fi.seloste.events;

import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.notice.Notice;
import fi.seloste.store.As;
import fi.seloste.store.Boarding;
import fi.seloste.store.Ferry;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door of whoever wants to come, on the public login. It looks nobody up: what it answers is the same for known and unknown, registered and not, and a
 * job finds out the rest.
 */
@Component
public class Registering {

    private final EventRecords records;
    private final Registrations registrations;
    private final Guests guests;
    private final Passes passes;
    private final EventWords words;
    private final Notice notice;
    private final Purposes purposes;
    private final Jobs jobs;
    private final Clock clock;
    private final Ferry<Supplier<Boarding<Registrations.Became>>, Boarding<Registrations.Became>> seating;

    Registering(
            EventRecords records,
            Registrations registrations,
            Guests guests,
            Passes passes,
            EventWords words,
            Notice notice,
            Purposes purposes,
            Jobs jobs,
            Clock clock) {
        this.records = records;
        this.registrations = registrations;
        this.guests = guests;
        this.passes = passes;
        this.words = words;
        this.notice = notice;
        this.purposes = purposes;
        this.jobs = jobs;
        this.clock = clock;
        this.seating = Ferry.ofPieces(purposes, Purpose.SUBJECT);
    }

    @As(Purpose.SUBJECT)
    public Event event(String slug) {
        return records.find(slug)
                .filter(one -> one.state() != Event.State.DRAFT)
                .orElseThrow(() -> Problem.notFound("event"));
    }

    @As(Purpose.SUBJECT)
    PublicEventPage.Room room(Event event) {
        return new PublicEventPage.Room(
                isOpen(event) && event.takesRegistrations(clock.instant()), records.isFull(event.id()));
    }

    /** What the notice does not declare is not collected. */
    private boolean isOpen(Event event) {
        return Events.isDeclared(notice.inForce(), event);
    }

    /** What the link of an invitation fills in; a link that is none fills in nothing, and the page is everybody's. */
    Optional<Guests.Prefilled> prefilled(Event event, String token) {
        return passes.guest(event.slug(), token).flatMap(person -> purposes.asSubject(person, guests::prefilled));
    }

    /** What was sent, looked over; nothing is kept yet. */
    void look(Event event, Map<String, String> sent, Locale language) {
        Wish.of(event, language.getLanguage(), sent, words.in(language));
    }

    /** What became of it: registered, waiting, full or closed, as a stranger would be told. */
    public String register(Event event, Map<String, String> sent, Locale language, @Nullable String token) {
        return register(event, sent, language, token, () -> {});
    }

    /** The stamp of the page is used up in the same transaction. */
    String register(Event event, Map<String, String> sent, Locale language, @Nullable String token, Runnable stamp) {
        return register(event, Wish.of(event, language.getLanguage(), sent, words.in(language)), token, stamp)
                .outcome();
    }

    /** Those who register at the same moment share a transaction, and get their places in the order in which they came. */
    Registrations.Became register(Event event, Wish wish, @Nullable String token, Runnable stamp) {
        if (!isOpen(event)) {
            throw Problem.conflict("events.notDeclared");
        }
        var proved = token == null ? Optional.<PersonId>empty() : proved(event, wish, token);
        var by = new Registrations.By(proved.isPresent() ? "invitation" : "page", proved.orElse(null), false);
        return seating.take(Boarding.of(stamp, () -> seated(event, wish, by))).became();
    }

    private Registrations.Became seated(Event event, Wish wish, Registrations.By by) {
        var became = registrations.register(Ids.next(), event, wish, by, clock.instant());
        if (became.id() != null) {
            later(became.id());
        }
        return became;
    }

    /** Who holds the link and gives the address that it was sent to is the one it was sent to; a colleague to whom it was handed on is not. */
    private Optional<PersonId> proved(Event event, Wish wish, String token) {
        return passes.guest(event.slug(), token)
                .filter(person -> purposes.asSubject(person, guests::prefilled)
                        .filter(one -> one.isReachedBy(wish.email()))
                        .isPresent());
    }

    /** A registration and its event, for whoever holds its link. */
    record Opened(Registrations.Own own, Event event, Map<String, String> answers) {

        boolean mayChange(java.time.Instant now) {
            return own.stands() && event.isAhead() && now.isBefore(event.times().starts());
        }
    }

    @As(Purpose.SUBJECT)
    Opened open(String token) {
        var own = passes.participation(token)
                .flatMap(registrations::own)
                .orElseThrow(() -> Problem.notFound("registration"));
        var event = records.find(own.event()).orElseThrow(() -> Problem.notFound("registration"));
        return new Opened(own, event, registrations.ownAnswers(own.id()));
    }

    /** Whoever holds the link says that it was they who registered. */
    @As(Purpose.SUBJECT)
    public void confirm(String token) {
        confirm(open(token).own());
    }

    @As(Purpose.SUBJECT)
    void confirm(Registrations.Own own) {
        if (!registrations.confirm(own.id(), clock.instant()) && !own.isConfirmed()) {
            throw Problem.conflict("events.own.tooLate");
        }
        later(own.id());
    }

    @As(Purpose.SUBJECT)
    void change(Opened opened, Wish wish) {
        mustBeChangeable(opened);
        registrations.change(opened.own().id(), wish, clock.instant());
    }

    @As(Purpose.SUBJECT)
    void cancel(Opened opened) {
        if (!opened.own().stands()) {
            return;
        }
        mustBeChangeable(opened);
        registrations.cancel(opened.own().id(), "guest", clock.instant());
        later(opened.own().id());
        registrations.settle(opened.event().id(), clock.instant()).forEach(this::later);
    }

    private void mustBeChangeable(Opened opened) {
        if (!opened.mayChange(clock.instant())) {
            throw Problem.conflict("events.own.tooLate");
        }
    }

    private void later(UUID participation) {
        jobs.later(Telling.JOB, participation.toString());
    }
}
