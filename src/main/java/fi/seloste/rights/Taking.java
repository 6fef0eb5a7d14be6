package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.store.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes in a request that staff or a program brings, in the running transaction of rights: number, match, evidence, receipt. */
@Component
class Taking {

    private final Requests requests;
    private final RequestMatching matching;
    private final Answering answering;
    private final Acts acts;
    private final Jobs jobs;
    private final LegalDay today;
    private final Clock clock;

    Taking(
            Requests requests,
            RequestMatching matching,
            Answering answering,
            Acts acts,
            Jobs jobs,
            LegalDay today,
            Clock clock) {
        this.requests = requests;
        this.matching = matching;
        this.answering = answering;
        this.acts = acts;
        this.jobs = jobs;
        this.today = today;
        this.clock = clock;
    }

    Request take(Rights.Received received, String channel, boolean receipt, Actor actor) {
        var day = received.on() == null ? today.get() : received.on();
        if (day.isAfter(today.get())) {
            throw Problem.invalid("receivedOn", "rights.receivedOn.future", day, today.get());
        }
        var request = new Request(
                RequestId.next(),
                requests.nextNumber(day),
                received.right(),
                Request.State.RECEIVED,
                new Request.Asker(null, received.email(), received.name(), received.words(), received.language()),
                new Request.Course(
                        new Request.Received(day, clock.instant(), channel, null),
                        null,
                        null,
                        List.of(),
                        new Request.Outcome(null, null, null, null)));
        requests.add(request);
        matching.match(request);
        var matched = requests.get(request.id());
        answering.record(
                actor,
                "request-received",
                matched,
                Map.of("right", received.right().code(), "channel", channel));
        if (mayBeDoneAtOnce(matched)) {
            requests.decide(matched.id(), actor, clock.instant());
            answering.record(
                    actor,
                    "request-decided",
                    matched,
                    Map.of("right", received.right().code()));
            jobs.later(Progress.JOB, matched.id().toString());
            return requests.get(matched.id());
        }
        if (receipt) {
            answering.tell(
                    matched,
                    "received",
                    received.right().words(),
                    matched.deadline(today.get()).due());
        }
        return matched;
    }

    /** Art. 7(3): nobody decides about a withdrawal; where nothing is there to be withdrawn, somebody looks at what is meant. */
    private boolean mayBeDoneAtOnce(Request request) {
        var person = request.asker().person();
        return request.right().isAtOnce() && person != null && acts.hasConsents(person);
    }
}
