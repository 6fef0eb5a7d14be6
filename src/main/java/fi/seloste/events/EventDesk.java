package fi.seloste.events;

import fi.seloste.base.Actor;
import fi.seloste.base.Paging;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.PublicAddress;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the staff's pages of events together, each read in the purpose that its viewer works in. */
@Component
class EventDesk {

    /** More than these nobody looks through with others waiting behind them: a part of the name finds the rest. */
    private static final int AT_DOOR = 50;

    private final Events events;
    private final GuestList guests;
    private final EventRecords records;
    private final EventWords words;
    private final PublicAddress house;
    private final Purposes purposes;
    private final Clock clock;

    EventDesk(
            Events events,
            GuestList guests,
            EventRecords records,
            EventWords words,
            PublicAddress house,
            Purposes purposes,
            Clock clock) {
        this.events = events;
        this.guests = guests;
        this.records = records;
        this.words = words;
        this.house = house;
        this.purposes = purposes;
        this.clock = clock;
    }

    EventListPage list(@Nullable String after, Purpose purpose, Locale language) {
        return purposes.as(purpose, () -> {
            var read = events.page(Paging.of(null, after));
            var all = read.items();
            var numbers = events.numbers(all.stream().map(Event::id).toList());
            var now = clock.instant();
            var rows = all.stream()
                    .map(one -> new EventListPage.Row(
                            one,
                            one.name(language.getLanguage()),
                            words.brief(one, language),
                            numbers.getOrDefault(one.id(), Numbers.NONE)))
                    .toList();
            return new EventListPage(
                    rows.stream().filter(row -> row.event().isToCome(now)).toList(),
                    rows.stream().filter(row -> !row.event().isToCome(now)).toList(),
                    read.next());
        });
    }

    EventPage page(UUID id, EventPages.Asked asked, Purpose purpose, Actor actor, Locale language) {
        return purposes.as(purpose, () -> {
            var event = events.get(id);
            var closes = event.times().closes();
            var numbers = events.numbers(id);
            var group = Participation.Group.of(asked.guests());
            return new EventPage(
                    event,
                    new EventPage.Told(
                            event.name(language.getLanguage()),
                            words.when(event, language),
                            words.moment(closes, event, language),
                            house.of("/e/" + event.slug()),
                            event.plan().asked().stream()
                                    .map(one -> words.question(one, language))
                                    .toList()),
                    numbers,
                    new EventPage.Guests(
                            group,
                            guests.page(id, group, Paging.of(null, asked.after()), Evidence.How.LIST, actor),
                            Math.max(0, numbers.registered() - guests.countComing(id))),
                    new EventPage.Around(
                            events.reminders(id).stream().map(Reminder::minutes).toList(), invitations(id)),
                    purpose.code());
        });
    }

    /** Campaigns are marketing's, and so are their names. */
    private List<Invitation> invitations(UUID id) {
        return purposes.running() == Purpose.MARKETING
                ? records.invitations(id)
                : purposes.apart(Purpose.MARKETING, () -> records.invitations(id));
    }

    EventFormPage form(@Nullable Event event, EventForm form, Errors errors, Locale language) {
        var reminders = Stream.concat(
                        Reminder.USUAL.stream(),
                        form.sent().getOrDefault("reminders", List.of()).stream()
                                .filter(text -> text.matches("\\d{1,6}"))
                                .map(Integer::valueOf))
                .distinct()
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        return new EventFormPage(
                event, form, new EventFormPage.Choices(zones(), reminders), words.needs(language), errors);
    }

    private static List<Option> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone ->
                        zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                .sorted()
                .map(zone -> new Option(zone, zone.replace('_', ' ')))
                .toList();
    }

    EventFormPage settings(UUID id, Purpose purpose, Locale language) {
        return purposes.as(purpose, () -> {
            var event = events.get(id);
            event.mustBe(Event.State.DRAFT, Event.State.OPEN, Event.State.CLOSED);
            return form(event, EventForm.of(event, events.reminders(id)), Errors.none(), language);
        });
    }

    DoorPage door(UUID id, String asked, Purpose purpose, Actor actor, Locale language) {
        return purposes.as(purpose, () -> {
            var event = events.get(id);
            var found = guests.found(id, asked, AT_DOOR, actor);
            var numbers = events.numbers(id);
            return new DoorPage(
                    event,
                    event.name(language.getLanguage()),
                    asked,
                    new DoorPage.Guests(
                            found.shown(), found.more(), Math.max(0, numbers.registered() - found.coming())),
                    numbers,
                    purpose.code());
        });
    }

    SheetPage sheet(UUID id, Purpose purpose, Actor actor, Locale language) {
        return purposes.as(purpose, () -> {
            var event = events.get(id);
            var coming = guests.of(id, Evidence.How.LIST, actor).stream()
                    .filter(Participation::hasPlace)
                    .toList();
            return new SheetPage(
                    event,
                    event.name(language.getLanguage()),
                    words.when(event, language),
                    Found.byName(coming),
                    Math.max(0, events.numbers(id).registered() - coming.size()),
                    purpose.code());
        });
    }

    AddGuestPage adding(UUID id, Purpose purpose, Map<String, String> form, Errors errors, Locale language) {
        return purposes.as(purpose, () -> {
            var event = events.get(id);
            return new AddGuestPage(
                    event, event.name(language.getLanguage()), questions(event, language), form, errors);
        });
    }

    List<PublicEventPage.Question> questions(Event event, Locale language) {
        return event.plan().asked().stream()
                .map(one -> new PublicEventPage.Question(
                        one.asksOwnWords() || one.asksNeed() ? "a." + one.id() : one.id(),
                        words.question(one, language),
                        one.required(),
                        one.asksNeed(),
                        one.asksOwnWords() || one.asksNeed(),
                        one.asksNeed() ? words.agreement(language) : ""))
                .toList();
    }
}
