package fi.seloste.events;

import fi.seloste.base.Problem;
import fi.seloste.store.PublicAddress;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Reply;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the public pages of events together, in the language of whoever reads them. */
@Component
class PublicDesk {

    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n");

    private final Registering registering;
    private final EventDesk events;
    private final EventWords words;
    private final Calendars calendars;
    private final PublicAddress house;
    private final Clock clock;

    PublicDesk(
            Registering registering,
            EventDesk events,
            EventWords words,
            Calendars calendars,
            PublicAddress house,
            Clock clock) {
        this.registering = registering;
        this.events = events;
        this.words = words;
        this.calendars = calendars;
        this.house = house;
        this.clock = clock;
    }

    PublicEventPage page(Event event, @Nullable String token, Locale language) {
        var prefilled =
                token == null ? null : registering.prefilled(event, token).orElse(null);
        var values = prefilled == null
                ? Map.<String, String>of()
                : Map.of("name", prefilled.name(), "email", prefilled.email());
        return page(event, token, new PublicEventPage.Filled(values, Errors.none(), prefilled != null), language);
    }

    private PublicEventPage page(Event event, @Nullable String token, PublicEventPage.Filled filled, Locale language) {
        var told = event.in(language.getLanguage());
        return new PublicEventPage(
                new PublicEventPage.Told(
                        event.slug(),
                        "/e/" + event.slug() + (token == null ? "" : "/for/" + token),
                        "/e/" + event.slug(),
                        told.name(),
                        paragraphs(told.description()),
                        words.when(event, language),
                        told.place(),
                        told.link(),
                        words.moment(event.times().closes(), event, language),
                        event.state().code(),
                        event.plan().seats().waitingList()),
                registering.room(event),
                events.questions(event, language),
                words.kept(event, language),
                filled);
    }

    private static List<String> paragraphs(String text) {
        return PARAGRAPH.splitAsStream(text).filter(one -> !one.isBlank()).toList();
    }

    /** The guard is asked when all fields are right, so that nobody waits for its sake and then reads of a missing name; it says how to use the stamp up. */
    Reply register(
            Event event, @Nullable String token, Map<String, String> sent, Locale language, Supplier<Runnable> guard) {
        try {
            registering.look(event, sent, language);
            var became = registering.register(event, sent, language, token, guard.get());
            return new RegisteredPage(
                    event.name(language.getLanguage()),
                    words.when(event, language),
                    "/e/" + event.slug(),
                    sent.getOrDefault("email", "").strip(),
                    became);
        } catch (Problem.Invalid e) {
            return page(event, token, new PublicEventPage.Filled(sent, Errors.of(e), token != null), language);
        }
    }

    @Nullable
    String calendar(Event event, Locale language) {
        return calendars.published(event, language.getLanguage(), house.of("/e/" + event.slug()));
    }

    /** Of somebody who has a place, what their calendar was told; of others there is nothing to put there. */
    @Nullable
    String calendar(String link, Registering.Opened opened) {
        var own = opened.own();
        if (own.state() != Participation.State.REGISTERED || !opened.event().isAhead()) {
            return null;
        }
        var to = new Calendars.To(own.id(), own.guest(), house.of("/e/own/" + link), own.again());
        return calendars.request(opened.event(), to);
    }

    OwnRegistrationPage own(
            String link,
            Registering.Opened opened,
            @Nullable Map<String, String> sent,
            Errors errors,
            Locale language) {
        var own = opened.own();
        var event = opened.event();
        var told = event.in(language.getLanguage());
        var confirmBy = own.confirmBy();
        return new OwnRegistrationPage(
                link,
                new OwnRegistrationPage.Told(
                        told.name(), words.when(event, language), told.where(), "/e/" + event.slug()),
                new OwnRegistrationPage.Stand(
                        stand(opened),
                        confirmBy == null ? "" : words.moment(confirmBy, event, language),
                        opened.mayChange(clock.instant()),
                        own.state() == Participation.State.REGISTERED && event.isAhead()),
                events.questions(event, language),
                sent == null ? values(opened) : sent,
                errors);
    }

    private static String stand(Registering.Opened opened) {
        var own = opened.own();
        if (opened.event().state() == Event.State.CANCELLED) {
            return "called-off";
        }
        return own.waitsForConfirmation() ? "unconfirmed" : own.state().code();
    }

    private static Map<String, String> values(Registering.Opened opened) {
        var guest = opened.own().guest();
        var values = new HashMap<String, String>();
        values.put("name", guest.name());
        values.put("email", guest.email());
        values.put("organisation", Objects.requireNonNullElse(guest.organisation(), ""));
        values.put("phone", Objects.requireNonNullElse(guest.phone(), ""));
        opened.answers().forEach((id, value) -> values.put("a." + id, value));
        if (opened.answers().containsKey("need")) {
            values.put("agree", "true");
        }
        return values;
    }

    /** The address stays: it is where the link was sent. */
    Wish changed(Registering.Opened opened, Map<String, String> sent, Locale language) {
        var all = new HashMap<>(sent);
        all.put("email", opened.own().guest().email());
        return Wish.of(opened.event(), opened.own().guest().language(), all, words.in(language));
    }
}
