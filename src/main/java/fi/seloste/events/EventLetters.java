package fi.seloste.events;

import fi.seloste.base.Sentence;
import fi.seloste.notice.Notice;
import fi.seloste.store.Letter;
import fi.seloste.store.Mail;
import fi.seloste.store.PublicAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to those who registered, in their language, about nothing but the event: letters that they asked for, no marketing. */
@Component
class EventLetters {

    private final Mail mail;
    private final Notice notice;
    private final EventWords words;
    private final Calendars calendars;
    private final Passes passes;
    private final PublicAddress house;

    EventLetters(Mail mail, Notice notice, EventWords words, Calendars calendars, Passes passes, PublicAddress house) {
        this.mail = mail;
        this.notice = notice;
        this.words = words;
        this.calendars = calendars;
        this.passes = passes;
        this.house = house;
    }

    /** {@code before} is what the last letter told: who had no place has nothing to take out of a calendar. */
    void send(Due.Letter kind, Registrations.Own own, Event event, @Nullable String before) {
        var letter = letter(kind.code(), own, event);
        var to = new Calendars.To(own.id(), own.guest(), page(own), own.again());
        mail.send(
                kind.carriesCalendar(before)
                        ? letter.carrying(
                                switch (kind) {
                                    case CANCELLED, CALLED_OFF, NO_PLACE -> file("CANCEL", calendars.cancel(event, to));
                                    case REGISTERED, PROMOTED, CHANGED, WAITING, CONFIRM ->
                                        file("REQUEST", calendars.request(event, to));
                                })
                        : letter);
    }

    void remind(Registrations.Own own, Event event) {
        mail.send(letter("reminder", own, event));
    }

    private static Letter.Attachment file(String method, String text) {
        return new Letter.Attachment(Calendars.FILE, "text/calendar; method=" + method, text);
    }

    private Letter letter(String kind, Registrations.Own own, Event event) {
        var language = Locale.of(own.guest().language());
        var told = event.in(own.guest().language());
        var until = own.confirmBy() == null ? "" : words.moment(own.confirmBy(), event, language);
        var body = say(kind + ".body", language, told.name(), until, page(own))
                + "\n\n"
                + say("when", language, words.when(event, language))
                + (told.where().isEmpty() ? "" : "\n" + say("where", language, told.where()))
                + "\n\n"
                + (Due.Letter.isEnd(kind) ? "" : say("own", language, page(own)) + "\n\n")
                + say("foot", language, controller(), house.of("/notice"), house.of("/privacy"))
                + "\n";
        return new Letter(
                "event-" + kind,
                own.guest().email(),
                say(kind + ".subject", language, told.name()),
                hello(own.guest(), language) + "\n\n" + body,
                own.person());
    }

    private static String hello(Participation.Guest guest, Locale language) {
        return guest.told().isEmpty() ? say("helloNobody", language) : say("hello", language, guest.told());
    }

    private String page(Registrations.Own own) {
        return house.of("/e/own/" + passes.ofParticipation(own.id()));
    }

    private String controller() {
        return notice.inForce().controller().identity().name();
    }

    private static String say(String key, Locale language, Object... arguments) {
        return Sentence.of("events.letter." + key, arguments).in(language);
    }
}
