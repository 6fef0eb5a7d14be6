package fi.seloste.events;

import fi.seloste.base.Actor;
import fi.seloste.base.Folded;
import fi.seloste.base.LegalTime;
import fi.seloste.base.PersonId;
import fi.seloste.register.AddressReaders;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonField;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds out whose a registration is, or makes the person, after the page has answered: neither its words nor its time tell who is in the register. Of
 * somebody known nothing is changed, and the registration waits until whoever reads the address has confirmed it.
 */
@Component
class Matching {

    static final Actor ACTOR = Actor.system("events");
    static final Duration TO_CONFIRM = Duration.ofHours(48);

    private final Registrations registrations;
    private final AddressReaders readers;
    private final Register register;
    private final Clock clock;
    private final ZoneId place;

    Matching(
            Registrations registrations,
            AddressReaders readers,
            Register register,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.registrations = registrations;
        this.readers = readers;
        this.register = register;
        this.clock = clock;
        this.place = place;
    }

    void match(Registrations.Own own, Event event) {
        if (own.person() != null || !own.stands()) {
            return;
        }
        registrations.oneAtATime(own.guest().email());
        var reached = readers.of(own.guest().email());
        var person = chosen(reached, own).orElseGet(() -> added(own, event));
        var until = reached.isEmpty() || isVouchedFor(own) ? null : until(event);
        registrations.link(own.id(), person, until, clock.instant());
    }

    /** An employee or a program of the house wrote it down. */
    private static boolean isVouchedFor(Registrations.Own own) {
        return own.way().equals("staff") || own.way().equals("program");
    }

    private LocalDate today() {
        return LegalTime.dayOf(clock.instant(), place);
    }

    private Instant until(Event event) {
        var usual = clock.instant().plus(TO_CONFIRM);
        return event.times().starts().isBefore(usual) ? event.times().starts() : usual;
    }

    /** The one who is reached there; of several, or where many read, whoever bears the name. */
    private Optional<PersonId> chosen(List<AddressReaders.Reader> reached, Registrations.Own own) {
        var people = reached.stream().map(AddressReaders.Reader::person).toList();
        if (people.size() == 1 && reached.stream().noneMatch(AddressReaders.Reader::isAmongMany)) {
            return Optional.of(people.getFirst());
        }
        var name = Folded.of(own.guest().name());
        return people.stream()
                .filter(one -> register.find(one)
                        .filter(found -> Folded.of(found.name().shown()).equals(name))
                        .isPresent())
                .findFirst();
    }

    private PersonId added(Registrations.Own own, Event event) {
        var guest = own.guest();
        var origin = new Origin(Source.REGISTRATION, event.name(guest.language()), today());
        var points = new ArrayList<>(List.of(ContactPoint.New.email(guest.email())));
        if (guest.phone() != null) {
            points.add(ContactPoint.New.phone(guest.phone()));
        }
        return register.add(
                NewPerson.of(PersonName.of(guest.name()), origin)
                        .with(Map.of(PersonField.LANGUAGE, guest.language()))
                        .reachedBy(points.toArray(ContactPoint.New[]::new)),
                ACTOR);
    }

    /** To register and to confirm it is the person's own act: the time of keeping runs from it anew. */
    void acted(@Nullable PersonId person) {
        if (person != null && register.find(person).isPresent()) {
            register.acted(person, clock.instant());
        }
    }
}
