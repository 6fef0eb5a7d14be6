package fi.seloste.flows;

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
import org.springframework.stereotype.Component;

/** What flows can begin with: the newsletters, forms, events and audiences that there are. */
@Component
class Beginnings {

    private static final String BETWEEN = "/";

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

    List<Offered> offered(Locale language) {
        var all = new ArrayList<Offered>();
        for (var kind : Trigger.Kind.values()) {
            if (kind != Trigger.Kind.HAND) {
                all.add(new Offered(kind, options(kind, language)));
            }
        }
        return all;
    }

    List<Option> options(Trigger.Kind kind, Locale language) {
        return purposes.as(Purpose.MARKETING, () -> switch (kind) {
            case NEWSLETTER ->
                topics.topics().stream()
                        .map(one -> new Option(one.code(), one.name().in(language)))
                        .toList();
            case FORM ->
                forms.newest().stream()
                        .map(one -> new Option(one.id().toString(), one.plan().name()))
                        .toList();
            case EVENT_REGISTERED, EVENT_ATTENDED ->
                events.list().stream()
                        .map(one -> new Option(one.id().toString(), shown(one, language)))
                        .toList();
            case AUDIENCE ->
                targeting.newest().stream()
                        .map(one -> new Option(one.id().toString(), one.name()))
                        .toList();
            case HAND -> List.of();
        });
    }

    private static String shown(Event one, Locale language) {
        return one.name(language.getLanguage()) + ", " + one.times().start().toLocalDate();
    }

    boolean isThere(Trigger trigger) {
        return trigger.kind() == Trigger.Kind.HAND
                || options(trigger.kind(), Locale.ENGLISH).stream()
                        .anyMatch(one -> one.value().equals(trigger.value()));
    }

    /** What it is called, empty where it is gone. */
    String name(Trigger trigger, Locale language) {
        return options(trigger.kind(), language).stream()
                .filter(one -> one.value().equals(trigger.value()))
                .findFirst()
                .map(Option::label)
                .orElse("");
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
