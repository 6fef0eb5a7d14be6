package fi.seloste.onward;

import fi.seloste.base.Problem;
import fi.seloste.events.Asked;
import fi.seloste.events.Event;
import fi.seloste.events.Events;
import fi.seloste.events.Registering;
import fi.seloste.forms.Destination;
import fi.seloste.forms.Field;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Registration for an event by a form: at the event's own public door, which asks the address, keeps to the seats and sends the calendar. */
@Component
class ToEvents implements Destination {

    /** What the door answers where somebody has a place, or waits for one. */
    private static final Set<String> TAKEN = Set.of("registered", "waiting");

    private static final Map<Asked.Kind, Field.Kind> ASKED =
            Map.of(Asked.Kind.ORGANISATION, Field.Kind.ORGANISATION, Asked.Kind.PHONE, Field.Kind.PHONE);

    private final Events events;
    private final Registering registering;
    private final Purposes purposes;
    private final Clock clock;

    ToEvents(Events events, Registering registering, Purposes purposes, Clock clock) {
        this.events = events;
        this.registering = registering;
        this.purposes = purposes;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "event";
    }

    @Override
    public List<Option> targets(Locale language) {
        return purposes.apart(
                Purpose.MARKETING,
                () -> events.coming().stream()
                        .filter(Event::isAhead)
                        .map(one -> new Option(one.slug(), one.name(language.getLanguage())))
                        .toList());
    }

    @Override
    public Optional<Said> obstacle(String target) {
        if (target.isEmpty()) {
            return Optional.of(Said.of("forms.target.missing"));
        }
        try {
            return obstacle(event(target));
        } catch (Problem.NotFound gone) {
            return Optional.of(Said.of("forms.event.gone"));
        }
    }

    private Optional<Said> obstacle(Event event) {
        if (!event.takesRegistrations(clock.instant())) {
            return Optional.of(Said.of("forms.event.closed"));
        }
        boolean asksMore =
                event.plan().asked().stream().anyMatch(one -> one.required() && !ASKED.containsKey(one.kind()));
        return asksMore ? Optional.of(Said.of("forms.event.asks")) : Optional.empty();
    }

    @Override
    public Set<Field.Kind> takes() {
        return EnumSet.of(Field.Kind.NAME, Field.Kind.EMAIL, Field.Kind.ORGANISATION, Field.Kind.PHONE);
    }

    @Override
    public Set<Field.Kind> needs(String target) {
        var needed = EnumSet.noneOf(Field.Kind.class);
        event(target).plan().asked().stream()
                .filter(one -> one.required() && ASKED.containsKey(one.kind()))
                .forEach(one -> needed.add(ASKED.get(one.kind())));
        return needed;
    }

    @Override
    public void take(Arrived arrived) {
        var sender = arrived.sender();
        var sent = new HashMap<>(arrived.answers());
        sent.put("name", sender.name());
        sent.put("email", sender.email());
        var became = registering.register(event(arrived.target()), sent, Locale.of(sender.language()), null);
        if (!TAKEN.contains(became)) {
            throw Problem.conflict(became.equals("full") ? "forms.event.full" : "forms.event.closed");
        }
    }

    /** As anybody may see it, whatever purpose runs. */
    private Event event(String slug) {
        return purposes.apart(Purpose.SUBJECT, () -> registering.event(slug));
    }
}
