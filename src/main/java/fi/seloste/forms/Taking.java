package fi.seloste.forms;

import fi.seloste.base.Actor;
import fi.seloste.base.LegalTime;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Register;
import fi.seloste.staff.Account;
import fi.seloste.store.Jobs;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings what somebody sent to the person it is of, found or made by the register's ordinary door, and on to whoever has to act. */
@Component
class Taking {

    private static final int RESTRICTED = 2;
    private static final int SUMMARY = 160;

    private final Arrivals arrivals;
    private final FormRecords forms;
    private final Matching matching;
    private final Senders senders;
    private final Routing routing;
    private final Letters letters;
    private final Register register;
    private final Evidence evidence;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId place;

    Taking(
            Arrivals arrivals,
            FormRecords forms,
            Matching matching,
            Senders senders,
            Routing routing,
            Letters letters,
            Register register,
            Evidence evidence,
            Jobs jobs,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.arrivals = arrivals;
        this.forms = forms;
        this.matching = matching;
        this.senders = senders;
        this.routing = routing;
        this.letters = letters;
        this.register = register;
        this.evidence = evidence;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
        this.place = place;
    }

    /** As its sender read it. */
    String title(Arrival arrival) {
        return edition(arrival).content().heading(arrival.sender().language()).title();
    }

    /** In the purpose of customer relations; by an employee where one takes it in without the address having answered. */
    void take(Arrival arrival, @Nullable Account by) {
        var form = forms.find(arrival.form()).orElseThrow(() -> Problem.notFound("form"));
        var edition = edition(arrival);
        var sent = new Senders.Sent(
                arrival,
                edition.content(),
                form,
                LegalTime.dayOf(arrival.course().sentAt(), place));
        var reached = matching.readers(arrival.sender().email());
        var known = matching.one(reached, arrival.sender().name());
        boolean proven = arrival.course().confirmedAt() != null;
        var person = known.orElseGet(() -> senders.made(sent, !reached.isEmpty()));
        if (known.isPresent() && proven) {
            senders.complete(person, sent);
        }
        var told = new Arrivals.Told(form.plan().kind(), summary(arrival), by == null ? null : by.id());
        var standing =
                arrivals.takeIn(arrival, person, told, clock.instant()).orElseThrow(() -> Problem.notFound("person"));
        goOn(arrival, form, person, standing);
    }

    private void goOn(Arrival arrival, Form form, PersonId person, int standing) {
        evidence.record(
                Actor.system("forms"),
                Act.of("form-submitted")
                        .on(person)
                        .about("form", form.id())
                        .with(Map.of("kind", form.plan().kind())));
        if ((standing & RESTRICTED) != 0) {
            letters.tellOfRestricted(form, person.value());
        } else {
            register.acted(person, arrival.course().sentAt());
            routing.route(form, arrival.id(), person);
        }
        if (arrival.agreesToSomething() && arrival.course().confirmedAt() != null) {
            jobs.later(Agreeing.JOB, arrival.id().toString());
        }
        events.publishEvent(new Form.Submitted(
                arrival.id(), form.id(), person, arrival.course().confirmedAt() != null));
    }

    private Form.Edition edition(Arrival arrival) {
        return forms.edition(arrival.edition()).orElseThrow(() -> Problem.notFound("form"));
    }

    /** The heading, and how the message begins, where there is one. */
    private String summary(Arrival arrival) {
        var message = arrival.answer(Field.Kind.MESSAGE.code()).replaceAll("\\s+", " ");
        var words = message.isEmpty() ? title(arrival) : title(arrival) + ": " + message;
        return words.length() <= SUMMARY
                ? words
                : words.substring(
                                0,
                                words.offsetByCodePoints(0, Math.min(SUMMARY, words.codePointCount(0, words.length()))))
                        + "…";
    }
}
