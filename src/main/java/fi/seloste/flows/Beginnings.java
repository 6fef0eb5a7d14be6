package fi.seloste.flows;

import fi.seloste.base.Problem;
import fi.seloste.base.Sentence;
import fi.seloste.base.Worded;
import fi.seloste.events.Event;
import fi.seloste.events.Events;
import fi.seloste.forms.Forms;
import fi.seloste.marketing.Targeting;
import fi.seloste.marketing.TopicSource;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What flows can begin with: the newsletters, forms, events and audiences that there are. */
@Component
class Beginnings {

    private static final String BETWEEN = "/";
    private static final int LATELY = 10;
    private static final int FOUND = 50;

    private final TopicSource topics;
    private final Forms forms;
    private final Events events;
    private final Targeting targeting;
    private final Purposes purposes;

    Beginnings(TopicSource topics, Forms forms, Events events, Targeting targeting, Purposes purposes) {
        this.topics = topics;
        this.forms = forms;
        this.events = events;
        this.targeting = targeting;
        this.purposes = purposes;
    }

    /** By kinds; the value of an option holds its kind too, so that one choice makes a trigger. */
    record Offered(Trigger.Kind kind, List<Option> options) {}

    /** With what is chosen already and, of events, those that are looked for. */
    List<Offered> offered(FlowForm form, Locale language) {
        var all = new ArrayList<Offered>();
        for (var kind : Trigger.Kind.values()) {
            if (kind != Trigger.Kind.HAND) {
                var options = options(kind, form.shown(form.event()), language);
                chosen(form, kind)
                        .filter(one -> options.stream()
                                .noneMatch(option -> option.value().equals(one.value())))
                        .ifPresent(one ->
                                named(one).ifPresent(name -> options.add(new Option(one.value(), name.in(language)))));
                all.add(new Offered(kind, List.copyOf(options)));
            }
        }
        return all;
    }

    /** What makes no sense is told when the form is sent. */
    private static Optional<Trigger> chosen(FlowForm form, Trigger.Kind kind) {
        try {
            return Optional.of(read(form.shown(form.trigger()))).filter(one -> one.kind() == kind);
        } catch (Problem.Invalid e) {
            return Optional.empty();
        }
    }

    private List<Option> options(Trigger.Kind kind, String words, Locale language) {
        return purposes.as(
                Purpose.MARKETING,
                () -> new ArrayList<>(
                        switch (kind) {
                            case NEWSLETTER ->
                                topics.topics().stream()
                                        .map(one -> new Option(
                                                one.code(), one.name().in(language)))
                                        .toList();
                            case FORM ->
                                forms.newest().stream()
                                        .map(one -> new Option(
                                                one.id().toString(), one.plan().name()))
                                        .toList();
                            case EVENT_REGISTERED, EVENT_ATTENDED -> events(words, language);
                            case AUDIENCE ->
                                targeting.newest().stream()
                                        .map(one -> new Option(one.id().toString(), one.name()))
                                        .toList();
                            case HAND -> List.of();
                        }));
    }

    /** Those to come and those that were last, and any that the words find. */
    private List<Option> events(String words, Locale language) {
        var coming = events.coming();
        var all = words.isBlank()
                ? Stream.concat(coming.stream(), events.past(LATELY).stream())
                : Stream.concat(events.called(words, FOUND).stream(), coming.stream());
        return all.map(one -> new Option(one.id().toString(), shown(one).in(language)))
                .distinct()
                .toList();
    }

    private static Worded shown(Event one) {
        return language -> Sentence.of(
                        "flows.event",
                        one.name(language.getLanguage()),
                        one.times().start().toLocalDate())
                .in(language);
    }

    boolean isThere(Trigger trigger) {
        return trigger.kind() == Trigger.Kind.HAND || named(trigger).isPresent();
    }

    /** What it is called, empty where it is gone. */
    String name(Trigger trigger, Locale language) {
        return named(trigger).map(one -> one.in(language)).orElse("");
    }

    private Optional<Worded> named(Trigger trigger) {
        return purposes.as(Purpose.MARKETING, () -> switch (trigger.kind()) {
            case NEWSLETTER -> topics.find(trigger.value()).map(TopicSource.Topic::name);
            case FORM -> there(trigger, forms::get).map(one -> same(one.plan().name()));
            case EVENT_REGISTERED, EVENT_ATTENDED -> there(trigger, events::get).map(Beginnings::shown);
            case AUDIENCE -> there(trigger, targeting::get).map(one -> same(one.name()));
            case HAND -> Optional.empty();
        });
    }

    private static Worded same(String name) {
        return language -> name;
    }

    private static <T> Optional<T> there(Trigger trigger, Function<UUID, T> get) {
        try {
            return Optional.of(get.apply(UUID.fromString(trigger.value())));
        } catch (IllegalArgumentException | Problem.NotFound gone) {
            return Optional.empty();
        }
    }

    static String written(Trigger trigger) {
        return trigger.kind() == Trigger.Kind.HAND
                ? trigger.kind().code()
                : trigger.kind().code() + BETWEEN + trigger.value();
    }

    static Trigger read(String written) {
        var parts = written.strip().split(BETWEEN, 2);
        return new Trigger(Trigger.Kind.of(parts[0]), parts.length == 1 ? "" : parts[1]);
    }
}
