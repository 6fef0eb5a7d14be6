package fi.seloste.events;

import fi.seloste.base.LegalTime;
import fi.seloste.notice.Category;
import fi.seloste.notice.Notice;
import fi.seloste.notice.RetentionRule;
import fi.seloste.ui.Texts;
import fi.seloste.ui.Wording;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How an event is told: when it is, on clocks at its own place, what is asked, and what the notice says becomes of the answers. */
@Component
class EventWords {

    private final Texts texts;
    private final Notice notice;
    private final Clock clock;

    EventWords(Texts texts, Notice notice, Clock clock) {
        this.texts = texts;
        this.notice = notice;
        this.clock = clock;
    }

    /** "Tue 9 March 2027, 9:00–16:00 (Helsinki)". */
    String when(Event event, Locale language) {
        var times = event.times();
        var wording = wording(event, language);
        var from = times.start().toLocalDate();
        var to = times.end().toLocalDate();
        var shown = from.equals(to)
                ? wording.t(
                        "events.when.oneDay",
                        wording.day(from),
                        wording.time(times.starts()),
                        wording.time(times.ends()))
                : wording.t(
                        "events.when.days",
                        wording.day(from),
                        wording.time(times.starts()),
                        wording.day(to),
                        wording.time(times.ends()));
        return shown + " (" + place(event) + ")";
    }

    /** As a line of a list has room for. */
    String brief(Event event, Locale language) {
        var wording = wording(event, language);
        return wording.t(
                "events.when.brief",
                wording.day(event.times().start().toLocalDate()),
                wording.time(event.times().starts()));
    }

    String moment(Instant at, Event event, Locale language) {
        return wording(event, language).moment(at) + " (" + place(event) + ")";
    }

    private static String place(Event event) {
        var zone = event.times().zone().getId();
        return zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private Wording wording(Event event, Locale language) {
        var zone = event.times().zone();
        return new Wording(texts, language, zone, LegalTime.dayOf(clock.instant(), zone));
    }

    /** What is asked, in the words of the event or else of the product. */
    String question(Asked one, Locale language) {
        var own = one.in(language.getLanguage());
        return own.isEmpty() ? texts.say(language, "events.asked." + one.kind().code()) : own;
    }

    /** What whoever tells of a need agrees to; these very words are kept beside it. */
    String agreement(Locale language) {
        var who = notice.inForce().controller().identity().name();
        return texts.say(language, "events.agreement", who, kept("event-needs", language));
    }

    List<PublicEventPage.Kept> kept(Event event, Locale language) {
        var needs = event.plan().asked().stream().anyMatch(Asked::asksNeed);
        return (needs ? List.of("subscriptions-events", "event-needs") : List.of("subscriptions-events"))
                .stream()
                        .flatMap(id -> notice.inForce().category(id).stream())
                        .map(one -> new PublicEventPage.Kept(
                                one.name().in(language), purposes(one, language), kept(one.id(), language)))
                        .toList();
    }

    /** What the notice calls the category of diets and needs, and how long it keeps it; nothing where it does not declare it. */
    List<String> needs(Locale language) {
        return notice.inForce().category("event-needs").stream()
                .flatMap(one -> java.util.stream.Stream.of(one.name().in(language), kept(one.id(), language)))
                .toList();
    }

    private String purposes(Category category, Locale language) {
        return category.purposes().stream()
                .flatMap(id -> notice.inForce().purpose(id).stream())
                .map(one -> one.name().in(language))
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private String kept(String category, Locale language) {
        return notice.inForce()
                .category(category)
                .flatMap(one -> one.retention().general())
                .map(RetentionRule::brief)
                .map(brief -> brief.in(language))
                .orElse("");
    }

    /** In which language the questions of an event are worded. */
    Wish.Wording in(Locale language) {
        return new Wish.Wording() {
            @Override
            public String question(Asked one) {
                return EventWords.this.question(one, language);
            }

            @Override
            public String agreement() {
                return EventWords.this.agreement(language);
            }
        };
    }
}
