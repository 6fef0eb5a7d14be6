package fi.seloste.onward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.events.Asked;
import fi.seloste.events.Event;
import fi.seloste.events.Events;
import fi.seloste.events.Times;
import fi.seloste.events.Words;
import fi.seloste.forms.Destination;
import fi.seloste.forms.Field;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Said;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ToEventsTest {

    private static final Actor JENNY = Actor.system("test");

    @Autowired
    ToEvents toEvents;

    @Autowired
    Events events;

    @Autowired
    Purposes purposes;

    @Test
    void a_form_registers_at_the_events_own_door_until_it_is_full() {
        var event = open("Preparedness day", 1, Asked.organisation(true));

        assertThat(toEvents.targets(Locale.ENGLISH))
                .extracting(one -> one.value())
                .contains(event.slug());
        assertThat(toEvents.obstacle(event.slug())).isEmpty();
        assertThat(toEvents.needs(event.slug())).isEqualTo(Set.of(Field.Kind.ORGANISATION));
        toEvents.take(arrived(event, "Ada Koskinen", "ada.event@jokivoima.example"));
        assertThat(registered(event)).isOne();

        assertThatThrownBy(() -> toEvents.take(arrived(event, "Boris Lindqvist", "boris.event@jokivoima.example")))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("forms.event.full");
        assertThat(registered(event)).isOne();
    }

    @Test
    void what_takes_nobody_or_asks_more_than_a_form_knows_is_in_the_way() {
        var asking =
                open("Asking day", null, new Asked("diet", Asked.Kind.TEXT, true, Map.of("en", "What do you eat?")));
        assertThat(toEvents.obstacle(asking.slug())).contains(Said.of("forms.event.asks"));
        purposes.as(Purpose.MARKETING, () -> events.close(asking.id(), JENNY));
        assertThat(toEvents.obstacle(asking.slug())).contains(Said.of("forms.event.closed"));
        assertThat(toEvents.obstacle("no-such-event")).contains(Said.of("forms.event.gone"));
        assertThat(toEvents.obstacle("")).contains(Said.of("forms.target.missing"));
    }

    private Event open(String name, @Nullable Integer capacity, Asked asked) {
        var zone = ZoneId.of("Europe/Helsinki");
        var plan = new Event.Plan(
                Map.of("en", new Words(name, "Come along.", "Tampere Hall", "")),
                new Times(Instant.parse("2027-01-21T07:00:00Z"), Instant.parse("2027-01-21T14:00:00Z"), zone, null),
                new Event.Seats(capacity, false),
                List.of(asked),
                List.of());
        return purposes.as(Purpose.MARKETING, () -> {
            var id = events.add(plan, JENNY);
            events.open(id, JENNY);
            return events.get(id);
        });
    }

    private long registered(Event event) {
        return purposes.as(Purpose.MARKETING, () -> events.numbers(event.id()).registered());
    }

    private static Destination.Arrived arrived(Event event, String name, String email) {
        return new Destination.Arrived(
                Ids.next(),
                event.slug(),
                new Destination.Sender(name, email, "en", Instant.parse("2026-11-23T08:00:00Z")),
                Map.of("name", name, "email", email, "organisation", "Jokivoima Oy"));
    }
}
