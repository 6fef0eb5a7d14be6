package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.As;
import fi.seloste.store.Jobs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The door to what a request brings forth: plan, package, certificate, and the tasks and marks on the way. */
@Component
public class Answers {

    private final Requests requests;
    private final Packages packages;
    private final Certificates certificates;
    private final Erasing erasing;
    private final RecipientTasks tasks;
    private final Redactions redactions;
    private final Progress progress;
    private final Answering answering;
    private final Evidence evidence;
    private final Purposes purposes;
    private final Jobs jobs;

    Answers(
            Requests requests,
            Packages packages,
            Certificates certificates,
            Erasing erasing,
            RecipientTasks tasks,
            Redactions redactions,
            Progress progress,
            Answering answering,
            Evidence evidence,
            Purposes purposes,
            Jobs jobs) {
        this.requests = requests;
        this.packages = packages;
        this.certificates = certificates;
        this.erasing = erasing;
        this.tasks = tasks;
        this.redactions = redactions;
        this.progress = progress;
        this.answering = answering;
        this.evidence = evidence;
        this.purposes = purposes;
        this.jobs = jobs;
    }

    /** What an erasure would do; nothing is done. */
    @As(Purpose.RIGHTS)
    public List<PlanItem> plan(RequestId id, Locale language) {
        var request = requests.get(id);
        if (request.right() != Right.ERASURE) {
            throw Problem.conflict("rights.refused.notErasure", request.number());
        }
        return erasing.plan(person(request), language);
    }

    /** The package as a stream, for staff; looking at it is a consultation. */
    @As(Purpose.RIGHTS)
    public InputStream open(RequestId id, Actor actor) {
        var request = requests.get(id);
        var made = packages.find(id).orElseThrow(() -> Problem.notFound("package"));
        evidence.consulted(actor, Evidence.How.EXPORT, List.of(person(request)));
        return packages.open(made);
    }

    /** Fetched by the person. */
    @As(Purpose.RIGHTS)
    public InputStream fetch(RequestId id) {
        var request = requests.get(id);
        var made = packages.find(id).orElseThrow(() -> Problem.notFound("package"));
        packages.downloaded(made);
        answering.record(Actor.subject(person(request)), "answer-fetched", request, Map.of());
        return packages.open(made);
    }

    @As(Purpose.RIGHTS)
    public boolean isReady(RequestId id) {
        return packages.find(id).isPresent();
    }

    @As(Purpose.RIGHTS)
    public Map<String, Object> certificate(RequestId id) {
        return certificates
                .certificate(requests.get(id).id())
                .map(erasing::read)
                .orElseThrow(() -> Problem.notFound("certificate"));
    }

    /** What the certificate says of each place. */
    @As(Purpose.RIGHTS)
    public List<PlanItem> certified(RequestId id) {
        return erasing.done(requests.get(id).id());
    }

    @As(Purpose.RIGHTS)
    public List<RecipientTask> tasks(RequestId id) {
        return tasks.list(id);
    }

    /** What a recipient did, with what shows it; with the last one the request closes by itself. */
    public void taskDone(RequestId id, UUID task, String state, String shown, Actor actor) {
        purposes.as(Purpose.RIGHTS, () -> {
            var request = requests.lock(id);
            request.mustBeOpen();
            if (shown.isBlank()) {
                throw Problem.invalid("evidence", "rights.reason.missing");
            }
            Length.TEXT.checked("evidence", shown);
            tasks.become(id, task, state, shown.strip(), actor);
            answering.record(actor, "recipient-" + state, request, Map.of("task", task.toString()));
            jobs.later(Progress.JOB, id.toString());
        });
        progress.run(id);
    }

    @As(Purpose.RIGHTS)
    public List<Redaction> redactions(RequestId id) {
        return redactions.list(id);
    }

    /** Art. 15(4): marks a field of somebody else's; the answer waits until it is decided. */
    @As(Purpose.RIGHTS)
    public UUID mark(RequestId id, Redactions.Spot spot, String reason, Actor actor) {
        var request = requests.lock(id);
        request.mustBeUnanswered();
        var mark = redactions.mark(id, spot, Length.LINE.checked("reason", reason));
        answering.record(actor, "redaction-marked", request, Map.of("place", spot.place()));
        return mark;
    }

    @As(Purpose.RIGHTS)
    public void decide(RequestId id, UUID redaction, boolean leaveOut, Actor actor) {
        var request = requests.lock(id);
        request.mustBeUnanswered();
        redactions.decide(id, redaction, leaveOut, actor);
        answering.record(actor, leaveOut ? "redaction-left-out" : "redaction-released", request, Map.of());
    }

    private static PersonId person(Request request) {
        var person = request.asker().person();
        if (person == null) {
            throw Problem.conflict("rights.refused.noPerson", request.number());
        }
        return person;
    }
}
