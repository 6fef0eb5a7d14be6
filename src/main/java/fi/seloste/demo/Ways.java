package fi.seloste.demo;

import fi.seloste.base.Ids;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.events.Event;
import fi.seloste.events.Events;
import fi.seloste.flows.Drawing;
import fi.seloste.flows.Flow;
import fi.seloste.flows.Flows;
import fi.seloste.flows.Looking;
import fi.seloste.flows.OnTheWay;
import fi.seloste.flows.Redrawing;
import fi.seloste.flows.Running;
import fi.seloste.flows.Step;
import fi.seloste.flows.Trigger;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Content;
import fi.seloste.marketing.Sending;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What happened by itself after the morning that was held: thanks, ten days, and then another mail for the quiet and a task about the curious. */
@Component
@Profile("demo")
class Ways implements Chapter {

    private final Flows flows;
    private final Redrawing redrawing;
    private final OnTheWay onTheWay;
    private final Looking looking;
    private final Running running;
    private final Sending sending;
    private final Echo echo;
    private final Events events;
    private final Purposes purposes;

    Ways(
            Flows flows,
            Redrawing redrawing,
            OnTheWay onTheWay,
            Looking looking,
            Running running,
            Sending sending,
            Echo echo,
            Events events,
            Purposes purposes) {
        this.flows = flows;
        this.redrawing = redrawing;
        this.onTheWay = onTheWay;
        this.looking = looking;
        this.running = running;
        this.sending = sending;
        this.echo = echo;
        this.events = events;
        this.purposes = purposes;
    }

    @Override
    public void lay(Stage stage) {
        var flow = new AtomicReference<UUID>();
        var begun = stage.daysAgo(25);
        stage.apart(begun, () -> flow.set(after(stage)));
        var thanked = begun.plusSeconds(30);
        goes(stage, thanked);
        sounds(stage, thanked);
        var asked = stage.daysAgo(13, begun.plusSeconds(60));
        goes(stage, asked);
        sounds(stage, asked);
        comes(stage, flow, 6, "nora.engstrom@nordhamn.example", "miika.halmela@kuitukoski.example");
        comes(stage, flow, 1, "hanna.tolvonen@koivujoki.example");
        stage.apart(stage.daysAgo(1), () -> somebodyIsTakenOut(Objects.requireNonNull(flow.get()), stage));
    }

    private UUID after(Stage stage) {
        var jenny = stage.crew.jenny().actor();
        var mailing = new Flow.Mailing(
                "role-marketing",
                null,
                new Campaign.Sender("Jenny Sandberg, Halytin", null),
                List.of("fi", "sv", "en"));
        var trigger = new Trigger(Trigger.Kind.EVENT_ATTENDED, morning().id().toString());
        var id = flows.add(
                new Flow.Plan("After the morning", trigger, mailing, null), flow -> drawn(flow, stage), jenny);
        flows.start(id, jenny);
        return id;
    }

    private Event morning() {
        return purposes.as(
                Purpose.MARKETING,
                () -> events.past(10).stream()
                        .filter(one -> one.state() == Event.State.HELD)
                        .findFirst()
                        .orElseThrow());
    }

    private Drawing drawn(Flow flow, Stage stage) {
        var thanks = mail(flow, "Thanks and slides", "flow-thanks.json", stage);
        var call = new Step.Task(
                Ids.next(),
                "Read the slides of the morning: ask what they mean to try",
                3,
                stage.crew.jenny().id().value());
        var exercise = mail(flow, "An exercise of an hour", "flow-exercise.json", stage);
        return new Drawing(List.of(
                thanks,
                new Step.Wait(Ids.next(), 10, 0, true),
                new Step.Condition(Ids.next(), null, thanks.id(), "clicked", List.of(call), List.of(exercise)),
                new Step.Wait(Ids.next(), 60, 0, true),
                new Step.Stop(Ids.next())));
    }

    private Step.Mail mail(Flow flow, String name, String words, Stage stage) {
        var content = JsonMapper.shared().readValue(Script.bytes(words), Content.class);
        return new Step.Mail(
                Ids.next(),
                redrawing.mail(flow, name, content, stage.crew.jenny().actor()));
    }

    private void comes(Stage stage, AtomicReference<UUID> flow, int daysAgo, String... emails) {
        var at = stage.daysAgo(daysAgo);
        stage.apart(at, () -> {
            List<PersonId> people = List.of(emails).stream().map(stage::person).toList();
            flows.add(
                    Objects.requireNonNull(flow.get()),
                    people,
                    stage.crew.jenny().actor());
        });
        goes(stage, at.plusSeconds(2));
    }

    /** Who came first has become a customer meanwhile. */
    private void somebodyIsTakenOut(UUID flow, Stage stage) {
        var jenny = stage.crew.jenny().actor();
        var first = onTheWay.there(flow, Paging.of(null, null), jenny).items().getLast();
        onTheWay.takeOut(flow, first.id(), jenny);
    }

    /** What readers do with what left then. */
    private void sounds(Stage stage, Instant left) {
        for (int i = 0; i < Echo.HOURS.length; i++) {
            int hour = i;
            stage.apart(left.plus(Duration.ofMinutes(20 + 60L * Echo.HOURS[i])), () -> echo.sound(hour, left));
        }
    }

    private void goes(Stage stage, Instant at) {
        stage.apart(at, () -> {
            looking.run();
            running.run();
            sending.run();
        });
    }
}
